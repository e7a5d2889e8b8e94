//! Makes `assets/names.model`, or measures it.
//!
//! `train-names DATA` learns from `DATA/train` and `DATA/resources` and writes the model;
//! `train-names --measure|--errors|--scores [--case upper|title] FILE...` says how right the model is on marked texts,
//! where it is wrong, and what its scores are worth.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use byline::annotate::train_names::{self as train, Report};

const MODEL: &str = "assets/names.model";

const USAGE: &str = "usage: train-names DATA [--out FILE]
       train-names --measure|--errors|--scores [--model FILE] [--case upper|title] FILE...";

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("train-names: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let mut files: Vec<PathBuf> = Vec::new();
    let (mut report, mut case, mut model) = (None, None, PathBuf::from(MODEL));
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--measure" => report = Some(Report::Figures),
            "--errors" => report = Some(Report::Errors),
            "--scores" => report = Some(Report::Scores),
            "--case" => case = Some(rest.next().ok_or(USAGE)?.as_str()),
            "--model" | "--out" => model = rest.next().ok_or(USAGE)?.into(),
            file => files.push(file.into()),
        }
    }
    if files.is_empty() {
        return Err(USAGE.into());
    }
    match report {
        Some(report) => measure(&files, &model, case, report),
        None => learn(&files[0], &model),
    }
}

fn learn(data: &Path, out: &Path) -> Result<(), String> {
    let model = train::learn(data, &mut |line| eprintln!("{line}"))?;
    std::fs::write(out, model).map_err(|error| format!("{}: {error}", out.display()))
}

fn measure(files: &[PathBuf], model: &Path, case: Option<&str>, report: Report) -> Result<(), String> {
    let model = std::fs::read(model).map_err(|error| format!("{}: {error}", model.display()))?;
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    for line in train::measure(&model, &files, case, report)? {
        println!("{line}");
    }
    Ok(())
}

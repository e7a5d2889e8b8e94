//! Learns assets/claims.model and assets/speakers.model: `cargo run --release --features train --bin train-claims -- FOLDER`.
//!
//! FOLDER holds `news_train.jsonl` and `written_train.jsonl`, gold claims one article a line. The same files, and for the
//! speakers the same model of names, give the same bytes on every machine. `--speakers` learns the speakers alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use byline::annotate::train_claims::{FILES, learn, learn_speakers};

const USAGE: &str = "usage: train-claims [--speakers] FOLDER [OUTPUT-FOLDER]";

fn main() -> ExitCode {
    let (options, paths): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let only_speakers = options == ["--speakers"];
    let [folder, rest @ ..] = &paths[..] else {
        eprintln!("train-claims: name the folder that holds news_train.jsonl and written_train.jsonl\n{USAGE}");
        return ExitCode::from(2);
    };
    if !(only_speakers || options.is_empty()) || rest.len() > 1 {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    }
    let output = rest.first().map_or_else(|| PathBuf::from("assets"), PathBuf::from);
    match make(Path::new(folder), &output, only_speakers) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("train-claims: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the corpora, learns from them and writes the models; the fault names the file.
fn make(folder: &Path, output: &Path, only_speakers: bool) -> Result<(), String> {
    let read = |file: &&str| {
        let path = folder.join(file);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let corpora = FILES.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let write = |name: &str, model: Vec<u8>| {
        let path = output.join(name);
        fs::write(&path, model).map_err(|error| format!("{}: {error}", path.display()))
    };
    write("speakers.model", learn_speakers(&corpora)?)?;
    if only_speakers { Ok(()) } else { write("claims.model", learn(&corpora)?) }
}

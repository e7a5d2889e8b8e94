//! Learns assets/claims.model: `cargo run --release --features train --bin train-claims -- FOLDER`.
//!
//! FOLDER holds `news_train.jsonl` and `written_train.jsonl`, gold claims one article a line. The same files give the
//! same bytes on every machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use byline::annotate::train_claims::{FILES, learn};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("train-claims: name the folder that holds news_train.jsonl and written_train.jsonl");
        return ExitCode::from(2);
    };
    let output = arguments.next().map_or_else(|| PathBuf::from("assets/claims.model"), PathBuf::from);
    match make(&folder, &output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("train-claims: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the corpora, learns from them and writes the model; the fault names the file.
fn make(folder: &Path, output: &Path) -> Result<(), String> {
    let read = |file: &&str| {
        let path = folder.join(file);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let corpora = FILES.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    fs::write(output, learn(&corpora)?).map_err(|error| format!("{}: {error}", output.display()))
}

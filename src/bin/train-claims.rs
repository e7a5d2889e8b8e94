//! Learns assets/claims.model: `cargo run --release --features train --bin train-claims -- FOLDER`.
//!
//! FOLDER holds `news_train.jsonl` and `written_train.jsonl`, gold claims one article a line. The same files give the
//! same bytes on every machine.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("train-claims: name the folder that holds news_train.jsonl and written_train.jsonl");
        return ExitCode::from(2);
    };
    let output = arguments.next().map_or_else(|| PathBuf::from("assets/claims.model"), PathBuf::from);
    match byline::annotate::train_claims(&folder)
        .and_then(|model| std::fs::write(&output, model).map_err(|error| format!("{}: {error}", output.display())))
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("train-claims: {fault}");
            ExitCode::FAILURE
        }
    }
}

//! A screen as text: its rows, then its styles.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

/// Writes `buffer` as its rows, a line of dashes, and every run of cells that is not plain.
pub fn write(buffer: &Buffer) -> String {
    let mut out = String::new();
    for row in rows(buffer) {
        let text: String = shown(row).map(|(_, cell)| cell.symbol()).collect();
        out.push_str(text.trim_end());
        out.push('\n');
    }
    out.push_str("---\n");
    for (y, row) in rows(buffer).enumerate() {
        write_styles(&mut out, y, row);
    }
    out
}

fn rows(buffer: &Buffer) -> impl Iterator<Item = &[Cell]> {
    buffer.content().chunks(usize::from(buffer.area.width.max(1)))
}

/// The cells that show something; one behind a wide glyph does not.
fn shown(row: &[Cell]) -> impl Iterator<Item = (usize, &Cell)> {
    let mut free = 0;
    row.iter().enumerate().filter(move |(x, cell)| {
        let shown = *x >= free;
        if shown {
            free = x + usize::from(cell.cell_width()).max(1);
        }
        shown
    })
}

fn write_styles(out: &mut String, y: usize, row: &[Cell]) {
    let look = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
    let plain = (Color::Reset, Color::Reset, Modifier::empty());
    let mut runs: Vec<(usize, String, (Color, Color, Modifier))> = Vec::new();
    for (x, cell) in shown(row) {
        match runs.last_mut().filter(|(_, _, style)| *style == look(cell)) {
            Some((_, text, _)) => text.push_str(cell.symbol()),
            None => runs.push((x, cell.symbol().to_owned(), look(cell))),
        }
    }
    for (x, text, (fg, bg, modifier)) in runs.iter().filter(|(_, _, style)| *style != plain) {
        let colour = |name: &str, colour: Color| {
            if colour == Color::Reset { String::new() } else { format!(" {name}:{colour}") }
        };
        let modifier = if modifier.is_empty() { String::new() } else { format!(" {modifier:?}") };
        let _ = writeln!(out, "{y}:{x} {text:?}{}{}{modifier}", colour("fg", *fg), colour("bg", *bg));
    }
}

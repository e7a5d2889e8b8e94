//! Tells tables of data from tables of layout, and sets the former readably.

use dom_query::NodeRef;

use super::dom;

/// A table of data.
pub struct Table {
    /// What stands above or below it.
    pub caption: Option<String>,
    /// Its rows, one a line, cells parted by ` │ `.
    pub text: String,
}

/// Cells longer than this, in bytes, speak for a table of layout.
const LONG_CELL: usize = 400;

/// Reads a table of data; `None` for one that only lays out the page.
pub fn data(node: &NodeRef<'_>) -> Option<Table> {
    let mut table = Table { caption: None, text: String::new() };
    let mut shape = Shape::default();
    read(node, &mut table, &mut shape);
    (shape.columns > 1 && shape.rows > 1 && !shape.layout).then_some(table)
}

#[derive(Default)]
struct Shape {
    rows: usize,
    columns: usize,
    layout: bool,
}

fn read(node: &NodeRef<'_>, table: &mut Table, shape: &mut Shape) {
    for child in node.children_it(false) {
        match dom::name(&child).as_deref() {
            Some("caption") => table.caption = Some(dom::text(&child)),
            Some("thead" | "tbody" | "tfoot") => read(&child, table, shape),
            Some("tr") => row(&child, table, shape),
            _ => {}
        }
    }
}

fn row(node: &NodeRef<'_>, table: &mut Table, shape: &mut Shape) {
    let mut cells: Vec<String> = Vec::new();
    for cell in node.children_it(false).filter(|child| dom::is_any(child, &["td", "th"])) {
        let heading = cell.has_name("th");
        let text = dom::text(&cell);
        shape.layout |= !heading && text.len() > LONG_CELL;
        shape.layout |= !cell.find_descendants("table").is_empty();
        cells.push(text);
    }
    if cells.iter().all(String::is_empty) {
        return;
    }
    shape.rows += 1;
    shape.columns = shape.columns.max(cells.len());
    if !table.text.is_empty() {
        table.text.push('\n');
    }
    table.text.push_str(&cells.join(" │ "));
}

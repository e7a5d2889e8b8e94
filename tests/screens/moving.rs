//! Moving and jumping: where the reader is after what was typed.

use byline::text::TextRange;
use byline::tui::message::{Message, MouseAction};
use byline::tui::panel::PanelRow;
use byline::tui::state::{Mode, State};

use super::Session;

fn after(keys: &str) -> State {
    Session::new(64, 12).keys(keys).run().0
}

/// The text of the selected mark.
fn selected(state: &State) -> &str {
    state.reading.selected.and_then(|mark| state.range_of(mark)).map_or("", |range: TextRange| range.of(state.text()))
}

#[test]
fn jumps_walk_their_own_kind() {
    for (keys, at) in [
        ("]e", "Port Ellis"),
        ("]p", "Ana Reyes"),
        ("2]p", "Tomas Lund"),
        ("]o", "Seafarers’ Union of Ellisland"),
        ("]l]l]l", "Ellisland"),
        ("]s", "12 percent"),
        ("]s]s[s", "12 percent"),
        ("9]s", "4.1 million crowns"),
    ] {
        assert_eq!(selected(&after(keys)), at, "{keys}");
    }
}

#[test]
fn a_jump_that_leads_nowhere_says_so() {
    let state = after("[p");
    assert_eq!(state.notice.as_deref(), Some("no person further up"));
}

#[test]
fn a_pinned_entity_is_walked_round() {
    let walked: Vec<String> =
        ["]p*", "]p*n", "]p*nnn", "]p*nnnn", "]p*N"].iter().map(|keys| selected(&after(keys)).to_owned()).collect();
    assert_eq!(walked, ["Ana Reyes", "She", "Reyes", "Ana Reyes", "Reyes"]);
}

#[test]
fn a_search_goes_on_from_the_reader_and_escape_goes_back() {
    let state = after("/dredging<Enter>n");
    assert!(state.in_view().of(state.text()).contains("Dredging the northern basin"));
    let state = after("jj/quay<Esc>");
    assert_eq!((state.mode.clone(), state.reading.top), (Mode::Text, after("jj").reading.top));
}

#[test]
fn counts_and_ends() {
    let rows = |keys| after(keys).top_row();
    assert_eq!((rows("3j"), rows("3jk"), rows("Gg"), rows("jgg")), (3, 2, 0, 0));
    assert_eq!(rows("G"), rows("99j"));
    assert!(after("3G").in_view().of(after("").text()).starts_with("What the union says"));
}

#[test]
fn a_new_size_keeps_the_place_and_the_selection() {
    let sizes = [(50, 12), (100, 40), (64, 12), (41, 13), (0, 0), (1, 1), (64, 12)];
    let mut session = Session::new(64, 12).keys("G]e");
    let before = Session::new(64, 12).keys("G]e").run().0;
    for (width, height) in sizes {
        session = session.message(Message::Resize { width, height });
    }
    let after = session.run().0;
    assert_eq!(after.reading.selected, before.reading.selected);
    assert!(after.selected_in_view().is_some());
}

#[test]
fn a_click_selects_the_innermost_mark_and_the_divider_is_dragged() {
    let state = Session::new(80, 24).run().0;
    let areas = state.screen.areas();
    let press = |column, row| Message::Mouse { action: MouseAction::Press, column, row };
    // The place in the union's name: two marks lie there, and a claim.
    let offset = state.text().find("of Ellisland").expect("it is there") + 3;
    let row = state.layout.row_at(offset);
    let column = areas.page.x + state.layout.column_of(state.text(), row, offset);
    let clicked = Session::new(80, 24).message(press(column, areas.page.y + row as u16)).run().0;
    assert_eq!(selected(&clicked), "Ellisland");

    let drag = Message::Mouse { action: MouseAction::Drag, column: 40, row: 9 };
    let dragged = Session::new(80, 24).message(press(areas.divider.x, 9)).message(drag).run().0;
    assert!(dragged.screen.areas().divider.x.abs_diff(40) <= 1);
}

#[test]
fn a_click_on_a_row_of_the_panel_goes_there() {
    let state = Session::new(80, 24).run().0;
    let panel = state.screen.areas().panel;
    let press = Message::Mouse { action: MouseAction::Press, column: panel.x + 3, row: panel.y + 2 };
    assert_eq!(selected(&Session::new(80, 24).message(press).run().0), "Ana Reyes");
}

#[test]
fn enter_in_the_panel_goes_from_mention_to_mention() {
    let walked: Vec<String> = ["<Tab><Enter>", "<Tab><Enter><Enter>", "<Tab><Enter><Enter><Enter>"]
        .iter()
        .map(|keys| selected(&Session::new(80, 24).keys(keys).run().0).to_owned())
        .collect();
    assert_eq!(walked, ["Ana Reyes", "She", "Reyes"]);
}

#[test]
fn escape_backs_out_of_anything() {
    for keys in ["?", "?abc", "/x", "<Tab>", "]p<Enter>", "<Tab>w", "]"] {
        let state = after(&format!("{keys}<Esc><Esc><Esc>"));
        assert_eq!((state.mode, state.keys.pending.is_empty()), (Mode::Text, true), "{keys}");
    }
}

#[test]
fn a_filter_narrows_the_panel_and_escape_takes_it_back() {
    let listed = |keys: &str| {
        let state = Session::new(80, 24).keys(keys).run().0;
        state.panel.rows().iter().filter(|row| matches!(row, PanelRow::Item(_))).count()
    };
    assert_eq!(listed("<Tab>"), 10);
    for (filter, count) in
        [("%", 1), ("up", 1), (">13", 1), ("quoted", 1), ("numbers", 1), ("by:reyes", 2), ("toll", 1)]
    {
        assert_eq!(listed(&format!("<Tab>/{filter}<Enter>")), count, "{filter}");
        assert_eq!(listed(&format!("<Tab>/{filter}<Esc>")), 10, "{filter}");
    }
}

#[test]
fn the_claims_of_a_person() {
    let state = Session::new(80, 24).keys("<Tab>jc").run().0;
    assert_eq!(state.panel.filter().written(), "by:Tomas_Lund");
    assert_eq!(selected(&Session::new(80, 24).keys("<Tab>jc<Enter>").run().0), "Nobody called us,” Tomas Lund said");
}

#[test]
fn a_section_is_listed_in_other_orders() {
    let first = |keys| {
        let state = Session::new(80, 24).keys(keys).run().0;
        (state.panel.first(), state.notice)
    };
    let (usual, _) = first("<Tab>lllll");
    let (again, notice) = first("<Tab>lllllss");
    assert_eq!(notice.as_deref(), Some("Claims in reading order"));
    assert_eq!(usual, again);
    assert_eq!(first("<Tab>llllss").1.as_deref(), Some("Numbers by kind, largest first"));
}

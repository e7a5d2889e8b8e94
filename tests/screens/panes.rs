//! What the panes show at several sizes, and in each mode.

use insta::assert_snapshot;

use super::Session;

#[test]
fn at_80_by_24() {
    assert_snapshot!(Session::new(80, 24).screen());
}

#[test]
fn at_120_by_36() {
    assert_snapshot!(Session::new(120, 36).screen());
}

#[test]
fn at_40_by_12() {
    assert_snapshot!(Session::new(40, 12).screen());
}

#[test]
fn at_40_by_12_the_panel_takes_the_place_of_the_text() {
    assert_snapshot!(Session::new(40, 12).keys("<Tab>").screen());
}

#[test]
fn smaller_than_that_it_says_so() {
    assert_snapshot!(Session::new(39, 12).screen());
}

#[test]
fn a_person_chosen() {
    assert_snapshot!(Session::new(80, 24).keys("]p").screen());
}

#[test]
fn a_claim_chosen_in_the_panel() {
    assert_snapshot!(Session::new(80, 24).keys("<Tab>G").screen());
}

#[test]
fn the_card_of_a_statistic() {
    assert_snapshot!(Session::new(80, 24).keys("]s<Enter>").screen());
}

#[test]
fn a_search_being_typed() {
    assert_snapshot!(Session::new(80, 24).keys("/toll").screen());
}

#[test]
fn the_help_filtered() {
    assert_snapshot!(Session::new(80, 24).keys("?next").screen());
}

#[test]
fn the_panel_filtered() {
    assert_snapshot!(Session::new(80, 24).keys("<Tab>/by:reyes").screen());
}

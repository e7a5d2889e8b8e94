//! Colours: dark and light, and as many as the terminal has.

use byline::tui::theme::Depth;
use insta::assert_snapshot;

use super::Session;

#[test]
fn dark_in_true_colour() {
    assert_snapshot!(Session::new(64, 14).theme("dark", Depth::True).keys("]o").screen());
}

#[test]
fn light_in_sixteen_colours() {
    assert_snapshot!(Session::new(64, 14).theme("light", Depth::Sixteen).keys("]o").screen());
}

#[test]
fn no_screen_needs_colour_to_tell_the_chosen_from_the_rest() {
    let plain = Session::new(80, 24).screen();
    for keys in ["]p", "]o", "]l", "]s", "]c", "/tolls", "<Tab>"] {
        let styles = |screen: &str| screen.split_once("---\n").expect("styles").1.to_owned();
        assert_ne!(styles(&Session::new(80, 24).keys(keys).screen()), styles(&plain), "{keys}");
    }
}

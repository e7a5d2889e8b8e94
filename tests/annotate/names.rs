//! Names in marked texts: what is marked is found, with its kind, and nothing else.

use byline::annotate::{Document, EntityKind, Name, find_names};
use byline::article::{ArticleBuilder, Meta};
use proptest::prelude::*;

use super::marked::{parse, write};

fn names(text: &str) -> Vec<Name> {
    let article = ArticleBuilder::verbatim(Meta::default(), text.into());
    find_names(&Document::new(&article))
}

/// Finds the names of the marked text `source`, and checks that they are those marked.
fn check(source: &str) {
    let text = parse(source).text;
    let found: Vec<_> = names(&text).into_iter().map(|name| (name.range, name.kind.name().to_owned())).collect();
    assert_eq!(write(&text, &found), source);
}

#[test]
fn people_companies_and_places() {
    check(
        "{Ingrid Halvorsen|person}, who runs the power company {Norrland Energy|organization} from {Oslo|place}, said \
         on Monday that prices would fall. {Halvorsen|person} spoke to {Reuters|organization}.",
    );
}

#[test]
fn titles_are_no_part_of_a_name() {
    check("Mr {Okafor|person} met President {Luis Prieto|person} and Gen. {Hamid Karimi|person} in {Lima|place}.");
}

#[test]
fn an_organization_is_whole_whatever_place_is_in_it() {
    check(
        "The {U.S. Department of Defense|organization} and the {Central Bank of Kenya|organization} signed it at the \
         {University of Lagos|organization}.",
    );
}

#[test]
fn an_acronym_is_what_its_long_form_is() {
    check(
        "The {National Fisheries Board|organization} ({NFB|organization}) will move to {Bergen|place}. The \
         {NFB|organization} has 200 staff.",
    );
}

#[test]
fn peoples_products_and_laws_are_told_apart() {
    check("The {German|group} maker of the {iPhone|product} rival cited the {Clean Rivers Act|law}.");
}

#[test]
fn a_country_and_its_body_come_apart() {
    check("{Uganda|place}'s {Electoral Commission|organization} said on Friday that it would count again.");
}

#[test]
fn an_envoy_is_no_part_of_the_country() {
    check("The ambassador to {Saudi Arabia|place} {Joan Smith|person} went home.");
}

#[test]
fn money_is_no_place() {
    check("It cost US$12 million, or HK$94 million.");
}

#[test]
fn a_headline_in_capitals_is_read_by_the_text_below() {
    check(
        "{HALVORSEN|person} TO RESIGN IN SPRING\n{Ingrid Halvorsen|person} will resign, {Reuters|organization} \
         reported. {Halvorsen|person} has been in office since 2019.",
    );
}

#[test]
fn a_storm_is_an_event_wherever_it_is_named() {
    check("Cyclone {Olga|event} hit the coast of {Mozambique|place}. {Olga|event} killed 12 people in {Beira|place}.");
}

#[test]
fn a_region_of_two_names_is_one_and_so_is_its_body() {
    check(
        "The {Trinidad and Tobago Football Association|organization} and the {Newfoundland and Labrador Court of \
         Appeal|organization} both wrote to {Antigua and Barbuda|place}.",
    );
}

#[test]
fn a_body_ends_with_the_place_it_is_of() {
    check("Officials of the {Government of Mongolia|organization} met those of the {Bank of Lithuania|organization}.");
}

#[test]
fn initials_belong_to_the_name() {
    check("The ministers {N Chaluvaraj|person} and {R. K. Menon|person} spoke. A {Menon|person} aide took notes.");
}

#[test]
fn who_rules_a_place_is_no_organization() {
    check("He styled himself Emperor of the {United States|place}, and later Protector of {Mexico|place}.");
}

#[test]
fn shares_and_their_exchanges_are_organizations() {
    check(
        "{Norrland Energy|organization} ({NYSE|organization}: {NRLD|organization}) rose. {Keel Foods|organization} \
         ({LSE|organization}: {KEEL.L|organization}) fell, and (Other OTC: {MRSHF|organization}) did not move.",
    );
}

#[test]
fn a_people_is_one_wherever_it_is_named() {
    check("The {Yolngu|group} people sang. Elders among the {Yolngu|group} said the land was theirs.");
}

#[test]
fn a_text_without_names_has_none() {
    check("It rained all day, and nobody went out.");
    check("");
}

#[test]
fn scores_are_probabilities() {
    let found = names("Ingrid Halvorsen of Norrland Energy spoke in Oslo.");
    assert!(found.iter().all(|name| name.why.score.is_some_and(|score| (0.0..=1.0).contains(&score))));
    assert!(found.iter().any(|name| name.kind == EntityKind::Person));
}

#[test]
fn a_name_that_goes_on_with_itself_is_one() {
    let text = "U.S. aĞ¤ . NATO US NATO ' ῍ ¥ NATO NATO";
    let found = names(text);
    assert!(found.windows(2).all(|pair| pair[0].range.end() <= pair[1].range.start()), "{found:?}");
}

/// Words and marks that the rules look at, in any order.
fn soup() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        "\\PC{0,6}",
        prop::sample::select(vec![
            "US", "$", "’s", "'", "-", "al-", "The", "Hague", "(", ")", "Mr", "of", "U.S.", "\n", "4", "31C", "Inc.",
            ",", "\"", "“", "東京", "é", "\u{301}", "NATO", "🙂",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.join(" ").replace("- ", "-"))
}

proptest! {
    #[test]
    fn names_are_sound_on_any_text(text in soup()) {
        let found = names(&text);
        for name in &found {
            prop_assert!(!name.range.of(&text).is_empty());
        }
        for pair in found.windows(2) {
            prop_assert!(pair[0].range.end() <= pair[1].range.start());
        }
    }
}

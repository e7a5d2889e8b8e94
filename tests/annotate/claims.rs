//! Claims: `{source|source} {said|cue} {content|content}`, and what is known of each claim.

use byline::annotate::{Annotations, Claim, EntityId, annotate};
use byline::article::{ArticleBuilder, BlockKind, Meta};
use byline::text::TextRange;

use crate::marked::{parse, write};

/// A line each: what is found, and nothing else.
const SENTENCES: &str = include_str!("claims.txt");

fn read(text: &str) -> Annotations {
    annotate(&ArticleBuilder::verbatim(Meta::default(), text.to_owned()))
}

/// The pieces of all claims, each once, in the order of [`parse`].
fn pieces(annotations: &Annotations) -> Vec<(TextRange, String)> {
    let labelled = |ranges: &[TextRange], label: &str| -> Vec<(TextRange, String)> {
        ranges.iter().map(|&range| (range, label.to_owned())).collect()
    };
    let of = |claim: &Claim| {
        [labelled(&claim.source, "source"), labelled(&claim.cue, "cue"), labelled(&claim.content, "content")].concat()
    };
    let mut pieces: Vec<_> = annotations.claims().flat_map(|(_, _, claim)| of(claim)).collect();
    pieces.sort();
    pieces.dedup();
    pieces
}

/// The claims of `text`, each with the words of its cue.
fn claims(text: &str) -> Vec<(String, Claim)> {
    let annotations = read(text);
    let cue = |claim: &Claim| claim.cue.iter().map(|range| range.of(text)).collect::<Vec<_>>().join(" ");
    annotations.claims().map(|(_, _, claim)| (cue(claim), claim.clone())).collect()
}

/// The claim of `text` whose cue is `cue`.
fn claim(text: &str, cue: &str) -> Claim {
    let all = claims(text);
    let found = all.iter().find(|(words, _)| words == cue);
    found.unwrap_or_else(|| panic!("no claim with “{cue}” in {text}: {all:#?}")).1.clone()
}

#[test]
fn claims_are_found_in_every_order_and_nothing_else_is() {
    let lines = SENTENCES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let wrong: Vec<_> = lines
        .filter_map(|line| {
            let marked = parse(line);
            let told = write(&marked.text, &pieces(&read(&marked.text)));
            (told != write(&marked.text, &marked.marks)).then(|| format!("expected {line}\n   found {told}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_cue_tells_the_stance() {
    let cases = [
        ("Halloran denied any involvement in the theft.", "denied", "denies"),
        ("The minister confirmed that the talks had failed.", "confirmed", "confirms"),
        ("Dr. Iris Kwon warned that the dam could fail.", "warned", "warns"),
        ("The union accused the company of hiding its losses.", "accused", "accuses"),
        ("The minister promised to publish the letters.", "promised", "promises"),
        ("The group called for an inquiry into the deaths.", "called for", "demands"),
        ("“Is anybody there?” she asked.", "asked", "asks"),
        ("The president praised the rescue workers.", "praised", "praises"),
        ("The president criticized the court.", "criticized", "criticizes"),
        ("The company announced that it would open a plant in Leeds.", "announced", "announces"),
        ("He admitted that he had lied.", "admitted", "admits"),
        ("The bank predicted that prices would fall.", "predicted", "predicts"),
        ("The agency estimated that 900 people had fled.", "estimated", "estimates"),
        ("She suggested that the vote be delayed.", "suggested", "suggests"),
        ("The company declined to say how many people it would hire.", "declined to say", "other"),
    ];
    for (text, cue, stance) in cases {
        assert_eq!(claim(text, cue).stance.name(), stance, "{text}");
    }
}

#[test]
fn marks_tell_quoted_from_reported() {
    let kinds = [
        ("“We are not afraid,” Okafor said.", "said", "direct"),
        ("Okafor said that nobody was afraid.", "said", "indirect"),
        ("Idris said the plan was “a gift to thieves” and should be dropped.", "said", "mixed"),
    ];
    for (text, cue, kind) in kinds {
        assert_eq!(claim(text, cue).kind.name(), kind, "{text}");
    }
}

#[test]
fn hearsay_is_hedged() {
    assert!(claim("The boat reportedly sank within minutes.", "reportedly").hedged);
    assert!(!claim("Mara Ellison said the harbour would close in May.", "said").hedged);
}

#[test]
fn a_quotation_goes_on_in_the_next_paragraph() {
    let text = "“We waited for nine hours,” said Rana Idris. “Nobody came.\n“Then the water rose,” she said.";
    let said = claim(text, "said");
    assert!(said.content.len() >= 2, "{said:?}");
    assert!(said.content.iter().any(|range| range.of(text).contains("Nobody came")));
}

#[test]
fn what_one_source_tells_of_another_lies_within() {
    let text = "According to the Evening Post, Mara Ellison defended the deal, saying that it would save jobs.";
    let all = claims(text);
    let teller = all.iter().position(|(cue, _)| cue == "According to").expect("the teller");
    let mut told: Vec<&str> = all
        .iter()
        .filter(|(_, claim)| claim.within.is_some_and(|id| id.0 as usize == teller))
        .map(|(cue, _)| &**cue)
        .collect();
    told.sort_unstable();
    assert_eq!(told, ["defended", "saying"]);
}

#[test]
fn a_later_claim_corrects_an_earlier_one() {
    let text = "Mara Ellison said that the harbour would close. However, a port spokesman later clarified that only one \
                pier would close.";
    let all = claims(text);
    let clarified = &all.iter().find(|(cue, _)| cue == "later clarified").expect("the correction").1;
    let corrected = clarified.corrects.expect("something corrected");
    assert_eq!(all[corrected.0 as usize].0, "said");
    assert!(
        claims("Mara Ellison said it was late. Turner said it was early.")
            .iter()
            .all(|(_, claim)| claim.corrects.is_none())
    );
}

#[test]
fn a_speaker_is_the_entity_behind_the_source() {
    let annotations =
        read("Mara Ellison met the press on Monday. “We are not afraid,” she said. Officials said it was late.");
    let name = |claim: &Claim| claim.speaker.and_then(|id| annotations.entity(id)).map(|entity| entity.name.clone());
    let speakers: Vec<_> = annotations.claims().map(|(_, _, claim)| name(claim)).collect();
    assert_eq!(speakers, [Some("Mara Ellison".to_owned()), None]);
}

#[test]
fn who_speaks_is_found_behind_what_they_are_called() {
    let speaker = |text: &str| {
        let annotations = read(text);
        let id = annotations.claims().find_map(|(_, _, claim)| claim.speaker);
        id.and_then(|id| annotations.entity(id)).map(|entity| entity.name.clone())
    };
    let cases = [
        ("The Reuters news agency reported on Monday that the strike was over.", "Reuters"),
        ("Members of the United Nations said on Monday that the strike was over.", "United Nations"),
        ("The country's highest court, the Supreme Court, said on Monday that the law was void.", "Supreme Court"),
    ];
    for (text, name) in cases {
        assert_eq!(speaker(text).as_deref(), Some(name), "{text}");
    }
}

/// The names of all speakers in `text`, claim by claim; empty for nobody.
fn speakers(text: &str) -> Vec<String> {
    let annotations = read(text);
    let name = |claim: &Claim| claim.speaker.and_then(|id| annotations.entity(id)).map(|entity| entity.name.clone());
    annotations.claims().map(|(_, _, claim)| name(claim).unwrap_or_default()).collect()
}

#[test]
fn a_speaker_is_followed_through_nouns_and_pronouns() {
    let text = "A spokesman for the ferry company Keelmar Lines said on Monday that bookings had fallen. \
                The spokesman added that the Hull route would stay open. Keelmar denied that its fares were to blame.";
    assert_eq!(speakers(text), ["Keelmar Lines"; 3]);
    let text = "Dr. Ottilie Brandt told the inquiry on Tuesday that she had warned the board. \
                “Nobody wrote back,” she said. Tom Hale, the chairman, denied that he had seen any letter.";
    assert_eq!(speakers(text).last().map(String::as_str), Some("Tom Hale"));
    assert!(speakers(text).contains(&"Ottilie Brandt".to_owned()));
}

#[test]
fn who_speaks_without_a_marked_name_becomes_an_entity() {
    let annotations =
        read("The health ministry said on Friday that two clinics had closed. It said both would reopen.");
    let ministry = annotations.entities().iter().position(|entity| entity.name == "health ministry");
    let speakers: Vec<_> = annotations.claims().map(|(_, _, claim)| claim.speaker).collect();
    assert_eq!(speakers, vec![ministry.map(|at| EntityId(at as u32)); 2]);
}

#[test]
fn a_table_has_numbers_and_no_claims() {
    let told = "Ann Lee said that sales rose by 5% in March";
    let found = |kind: BlockKind| {
        let mut builder = ArticleBuilder::default();
        builder.block(kind, told);
        let annotations = annotate(&builder.finish().article);
        (annotations.claims().count(), annotations.statistics().count())
    };
    assert_eq!(found(BlockKind::Paragraph), (1, 1));
    assert_eq!(found(BlockKind::Table), (0, 1));
}

#[test]
fn an_assertion_without_a_source_is_no_claim_but_is_seen() {
    let text =
        "The fund lost 40 percent of its value in a year. Mara Ellison said the fund lost 40 percent of its value.";
    let annotations = read(text);
    let seen: Vec<&str> = annotations.unattributed().iter().map(|(range, _)| range.of(text)).collect();
    assert!(seen.iter().all(|sentence| *sentence == "The fund lost 40 percent of its value in a year."), "{seen:?}");
    assert_eq!(annotations.claims().count(), 1);
}

#[test]
fn nothing_is_too_strange_to_be_read() {
    let long = "he said ".repeat(4000);
    let marks = "“'‘\"”’ ".repeat(2000);
    for text in [
        "",
        "“",
        "said",
        "”””",
        "：",
        "😀 said 😀",
        "\u{0}\u{1}",
        "他说：“不。”",
        "according to",
        ": : :",
        &long,
        &marks,
    ] {
        read(text);
    }
}

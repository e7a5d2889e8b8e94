//! A filter over the panel's items: `>100`, `%`, `$`, `up`, `quoted`, `unattributed`, `by:altman`, or a word.

use crate::annotate::{Annotations, Change, Claim, ClaimKind, EntityId, Note, Statistic, StatisticKind};
use crate::text::TextRange;

use super::findings::{Findings, Item};

/// What an item has to be; all of it, where there is more.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Filter {
    written: String,
    wants: Vec<Want>,
}

/// One word of a filter.
#[derive(Clone, PartialEq, Debug)]
enum Want {
    /// A statistic above a value.
    Above(f64),
    /// A statistic below a value.
    Below(f64),
    /// A percentage, or a difference of two.
    Percent,
    /// Money, of the currency with this sign or code where one is given.
    Money(Option<&'static str>),
    /// A statistic that went this way.
    Change(Change),
    /// A claim at least partly in quotation marks.
    Quoted,
    /// A claim in the teller's words.
    Reported,
    /// A claim that the teller keeps a distance from.
    Hedged,
    /// A claim that corrects another.
    Corrects,
    /// A claim or an assertion that nobody is named for.
    Unattributed,
    /// A claim with a statistic in it.
    Numbers,
    /// A claim or statistic by somebody whose name holds this.
    By(String),
    /// Anything whose words hold this.
    Word(String),
}

impl Filter {
    /// The filter that was typed.
    pub fn new(written: &str) -> Self {
        Self { written: written.to_owned(), wants: written.split_whitespace().filter_map(want).collect() }
    }

    /// Only what this entity says.
    pub fn by(name: &str) -> Self {
        Self::new(&format!("by:{}", name.replace(' ', "_")))
    }

    /// As it was typed.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Whether assertions that name no source are to be listed, too: they are only where they are asked for.
    pub fn asks_for_unattributed(&self) -> bool {
        self.wants.contains(&Want::Unattributed)
    }

    /// Whether `item` is all that is wanted.
    pub fn takes(&self, item: Item, findings: &Findings, text: &str) -> bool {
        let judge = Judge { annotations: findings.annotations(), text };
        self.wants.iter().all(|want| judge.is(item, want))
    }
}

/// What a word asks for; a comparison without a number yet asks for nothing.
fn want(word: &str) -> Option<Want> {
    let number = |digits: &str| digits.trim_start_matches('=').replace(',', "").parse().ok();
    if let Some(digits) = word.strip_prefix('>') {
        return number(digits).map(Want::Above);
    }
    if let Some(digits) = word.strip_prefix('<') {
        return number(digits).map(Want::Below);
    }
    if let Some(name) = word.strip_prefix("by:") {
        return (!name.is_empty()).then(|| Want::By(name.replace('_', " ").to_lowercase()));
    }
    Some(match word {
        "%" => Want::Percent,
        "$" => Want::Money(Some("USD")),
        "€" => Want::Money(Some("EUR")),
        "£" => Want::Money(Some("GBP")),
        "¥" => Want::Money(Some("JPY")),
        "money" => Want::Money(None),
        "up" => Want::Change(Change::Up),
        "down" => Want::Change(Change::Down),
        "quoted" => Want::Quoted,
        "reported" => Want::Reported,
        "hedged" => Want::Hedged,
        "corrects" => Want::Corrects,
        "unattributed" => Want::Unattributed,
        "numbers" => Want::Numbers,
        _ => Want::Word(word.to_lowercase()),
    })
}

/// Judges items of one article.
struct Judge<'a> {
    annotations: &'a Annotations,
    text: &'a str,
}

impl Judge<'_> {
    fn is(&self, item: Item, want: &Want) -> bool {
        let mark = match item {
            Item::Statistic(mark) | Item::Claim(mark) => self.annotations.mark(mark),
            Item::Entity(_) => None,
        };
        match (want, mark.map(|mark| &mark.note)) {
            (Want::Word(word), _) => self.words(item).to_lowercase().contains(word),
            (_, Some(Note::Statistic(statistic))) => self.is_statistic(statistic, want),
            (_, Some(Note::Claim(claim))) => self.is_claim(claim, want),
            (Want::Unattributed, Some(Note::Assertion)) => true,
            (Want::Numbers, Some(Note::Assertion)) => mark.is_some_and(|mark| self.has_statistic(mark.range)),
            _ => false,
        }
    }

    fn is_statistic(&self, statistic: &Statistic, want: &Want) -> bool {
        match want {
            Want::Above(value) => statistic.high.unwrap_or(statistic.value) > *value,
            Want::Below(value) => statistic.value < *value,
            Want::Percent => matches!(statistic.kind, StatisticKind::Percent | StatisticKind::PercentagePoint),
            Want::Money(None) => statistic.kind == StatisticKind::Money,
            Want::Money(code) => statistic.currency == *code,
            Want::Change(change) => statistic.change == Some(*change),
            Want::By(name) => self.claim_of(statistic).is_some_and(|claim| self.is_by(claim, name)),
            _ => false,
        }
    }

    fn claim_of(&self, statistic: &Statistic) -> Option<&Claim> {
        match &self.annotations.mark(self.annotations.claim_mark(statistic.claim?)?)?.note {
            Note::Claim(claim) => Some(claim),
            _ => None,
        }
    }

    fn is_claim(&self, claim: &Claim, want: &Want) -> bool {
        match want {
            Want::Quoted => claim.kind != ClaimKind::Indirect,
            Want::Reported => claim.kind == ClaimKind::Indirect,
            Want::Hedged => claim.hedged,
            Want::Corrects => claim.corrects.is_some(),
            Want::Unattributed => claim.source.is_empty() && claim.speaker.is_none(),
            Want::Numbers => claim.content.iter().any(|&content| self.has_statistic(content)),
            Want::By(name) => self.is_by(claim, name),
            _ => false,
        }
    }

    fn has_statistic(&self, range: TextRange) -> bool {
        self.annotations.touching(range).any(|(_, mark)| matches!(mark.note, Note::Statistic(_)))
    }

    fn is_by(&self, claim: &Claim, name: &str) -> bool {
        let speaker = claim.speaker.and_then(|id| self.annotations.entity(id));
        speaker.is_some_and(|entity| entity.name.to_lowercase().contains(name))
            || self.all(&claim.source).to_lowercase().contains(name)
    }

    /// The words that an item is found by.
    fn words(&self, item: Item) -> String {
        match item {
            Item::Entity(id) => self.entity_words(id),
            Item::Statistic(id) | Item::Claim(id) => {
                match self.annotations.mark(id).map(|mark| (&mark.note, mark.range)) {
                    Some((Note::Statistic(statistic), _)) => {
                        let parts: Vec<_> =
                            [Some(statistic.range), statistic.of, statistic.since].into_iter().flatten().collect();
                        format!(
                            "{} {} {}",
                            self.all(&parts),
                            statistic.kind.name(),
                            statistic.unit.as_deref().unwrap_or_default()
                        )
                    }
                    Some((Note::Assertion, range)) => self.all(&[range]),
                    Some((Note::Claim(claim), _)) => {
                        let speaker = claim.speaker.map(|id| self.entity_words(id)).unwrap_or_default();
                        format!(
                            "{speaker} {} {} {}",
                            self.all(&claim.source),
                            claim.stance.name(),
                            self.all(&claim.content)
                        )
                    }
                    _ => String::new(),
                }
            }
        }
    }

    fn entity_words(&self, id: EntityId) -> String {
        let Some(entity) = self.annotations.entity(id) else { return String::new() };
        let roles = entity.roles.iter().map(|role| role.text.as_str());
        let names = entity.aliases.iter().map(String::as_str);
        [entity.name.as_str(), entity.kind.name()].into_iter().chain(names).chain(roles).collect::<Vec<_>>().join(" ")
    }

    fn all(&self, ranges: &[TextRange]) -> String {
        ranges.iter().map(|range| range.of(self.text)).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::super::findings::Section;
    use super::*;
    use crate::annotate::{Mark, MarkId, StatisticKind, Why};

    fn statistic(value: f64, kind: StatisticKind, currency: Option<&'static str>, change: Option<Change>) -> Findings {
        let range = TextRange::new(0, 4).expect("in order");
        let statistic = Statistic {
            range,
            number: range,
            kind,
            value,
            high: None,
            unit: None,
            currency,
            bound: None,
            change,
            change_kind: None,
            from: None,
            of: TextRange::new(5, 9),
            since: None,
            period: None,
            claim: None,
        };
        let mark = Mark { range, note: Note::Statistic(Box::new(statistic)), why: Why::rule("test") };
        Findings::new(Annotations::from_marks(Vec::new(), vec![mark]))
    }

    #[test]
    fn every_word_has_to_hold() {
        let findings = statistic(295.0, StatisticKind::Percent, None, Some(Change::Up));
        let takes = |written| Filter::new(written).takes(Item::Statistic(MarkId(0)), &findings, "295% apps");
        for written in ["", ">100", "<300 %", "up apps", "295", ">", "percent"] {
            assert!(takes(written), "{written}");
        }
        for written in [">300", "down", "$", "up cars", "quoted", "by:altman"] {
            assert!(!takes(written), "{written}");
        }
    }

    #[test]
    fn assertions_without_a_source_are_listed_where_they_are_asked_for() {
        let range = TextRange::new(0, 19).expect("in order");
        let mark = Mark { range, note: Note::Assertion, why: Why::rule("test") };
        let findings = Findings::new(Annotations::from_marks(Vec::new(), vec![mark]));
        let takes = |written| Filter::new(written).takes(Item::Claim(MarkId(0)), &findings, "Sales fell 9% a day");
        assert_eq!(["unattributed", "unattributed sales", "sales", "quoted"].map(takes), [true, true, true, false]);
        assert!(findings.items(Section::Claims).is_empty());
        assert_eq!(findings.unattributed(), [Item::Claim(MarkId(0))]);
        assert!(Filter::new("unattributed").asks_for_unattributed() && !Filter::new("sales").asks_for_unattributed());
    }

    #[test]
    fn money_by_its_sign() {
        let findings = statistic(5.0, StatisticKind::Money, Some("USD"), None);
        let takes = |written| Filter::new(written).takes(Item::Statistic(MarkId(0)), &findings, "$5bn cost");
        assert_eq!(["$", "money", "€", "%"].map(takes), [true, true, false, false]);
    }
}

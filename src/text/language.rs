//! Which language a text is in, as far as it matters: whether it is clearly another than English.

use std::sync::LazyLock;

use foldhash::HashMap;

/// Languages that news are much read in: ISO 639-1, the English name, and words that hold their sentences together.
/// Those of English stand first; none of them is a word of the others, nor the other way round.
const LANGUAGES: [(&str, &str, &str); 11] = [
    ("en", "English", "the and that this with from which have were they been their would there"),
    ("de", "German", "und der das nicht mit von für ist auch eine sich auf dem werden"),
    ("es", "Spanish", "los las que por con una para del está más como pero este sus"),
    ("fr", "French", "les des une est dans pour qui pas sur avec sont aux cette mais"),
    ("it", "Italian", "che della per gli una sono nel con anche alla più dei questo come"),
    ("nl", "Dutch", "het een van niet voor zijn met dat ook aan wordt naar bij maar"),
    ("pt", "Portuguese", "uma não para com mais dos das pelo são foi seu também como pela"),
    ("pl", "Polish", "nie się jest że przez dla oraz jak który tym był ale od czy"),
    ("sv", "Swedish", "och att det som inte har till den med för också från eller vid"),
    ("tr", "Turkish", "bir için olarak daha ile çok olan gibi kadar sonra olduğu ancak ama değil"),
    ("id", "Indonesian", "yang dan dengan untuk tidak dari ini pada itu akan juga dalam oleh telah"),
];

/// Each of these words, and the languages that it is of, a bit each.
static WORDS: LazyLock<HashMap<&str, u16>> = LazyLock::new(|| {
    let mut words = HashMap::default();
    for (at, (_, _, list)) in LANGUAGES.iter().enumerate() {
        for word in list.split(' ') {
            *words.entry(word).or_default() |= 1 << at;
        }
    }
    words
});

/// So many words are looked at, from the beginning.
const ENOUGH: usize = 3000;

/// The language of a text that is not English.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Foreign {
    /// ISO 639; `und` where it is not known which.
    pub code: &'static str,
    /// In English.
    pub name: &'static str,
}

/// One that is none of [`LANGUAGES`].
const UNKNOWN: Foreign = Foreign { code: "und", name: "a language other than English" };

/// The language of `text` where it is clearly another than English: its words occur, and far more often than those of
/// English; `None` for English, and for what is too short or too mixed to tell.
///
/// Counting the commonest words is the oldest way to tell languages apart, and enough for whole articles (Grefenstette
/// 1995, "Comparing two language identification schemes").
pub fn foreign(text: &str) -> Option<Foreign> {
    let mut counts = [0_usize; LANGUAGES.len()];
    let mut all = 0;
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 1).take(ENOUGH) {
        all += 1;
        let of = WORDS.get(word).copied().unwrap_or_default();
        counts.iter_mut().enumerate().for_each(|(at, count)| *count += usize::from(of >> at & 1));
    }
    let (at, &most) = counts.iter().enumerate().skip(1).max_by_key(|(_, count)| **count)?;
    if most >= 5 && most * 25 >= all && most > 3 * counts[0] {
        let (code, name, _) = LANGUAGES[at];
        return Some(Foreign { code, name });
    }
    (counts[0] * 100 < all && has_other_letters(text)).then_some(UNKNOWN)
}

/// Whether the text has more letters that English lacks than names and loan words bring into it.
fn has_other_letters(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(10 * ENOUGH);
    let (all, others) =
        letters.fold((0, 0), |(all, others), letter| (all + 1, others + usize::from(!letter.is_ascii())));
    all >= 150 && others * 25 >= all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_languages_are_told_from_english() {
        let texts = [
            ("de", "Der Hafen ist nicht mit dem Netz verbunden, und das wird auch eine Weile so bleiben, sagte sie."),
            ("fr", "Les bateaux sont dans le port, mais cette année une grue manque, et les dockers ne sont pas là."),
            (
                "und",
                "Порт не работает с понедельника, и никто не знает, когда он снова откроется. Так сказал начальник порта, который уже три дня ждёт ответа из столицы. Грузы стоят на складах, рабочие сидят дома.",
            ),
            (
                "es",
                "Los barcos están en el puerto, pero este año una grúa falta, y los estibadores no están con las llaves.",
            ),
        ];
        for (language, text) in texts {
            assert_eq!(foreign(text).map(|foreign| foreign.code), Some(language), "{text}");
        }
    }

    #[test]
    fn english_stays_english_with_foreign_names_and_quotations_in_it() {
        let text = "The mayor of Los Angeles and the head of Las Vegas met in Den Haag. “Que será, será,” they said, and \
                    that was all there was of the summit that had been called for months with great noise.";
        assert_eq!(foreign(text), None);
        assert_eq!(foreign("Der Spiegel"), None);
        assert_eq!(foreign(""), None);
    }
}

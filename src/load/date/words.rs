//! The words of dates: months in the languages of the large agencies, and zones by their letters.

use jiff::civil::{Date, Weekday};

/// Months as they are written in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and Russian.
const MONTHS: [&str; 12] = [
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia sty января янв",
    "february feb februar février fevrier févr febrero febbraio fevereiro fev februari lutego lut февраля фев",
    "march mar märz mrz mars marzo março maart mrt marca марта мар",
    "april apr avril avr abril abr aprile kwietnia kwi апреля апр",
    "may mai mayo maggio mag maio mei maja мая",
    "june jun juni juin junio giugno giu junho czerwca cze июня июн",
    "july jul juli juillet juil julio luglio lug julho lipca lip июля июл",
    "august aug août aout agosto ago augustus sierpnia sie августа авг",
    "september sept sep septembre septiembre settembre set setembro września wrz сентября сен",
    "october oct oktober okt octobre octubre ottobre ott outubro out października paź октября окт",
    "november nov novembre noviembre novembro listopada lis ноября ноя",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia gru декабря дек",
];

/// Words that may stand in a date and say nothing: days of the week and the little words between.
const FILLERS: &str = "mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday \
    sun sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi \
    dimanche lunes martes miércoles jueves viernes sábado domingo at on of um uhr de à a le am local time t th st nd rd er";

/// Zones by their letters, in minutes from UTC. Where letters are used twice, the use in news counts (IST is India).
const ZONES: &[(&str, i32)] = &[
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wet", 0),
    ("bst", 60),
    ("west", 60),
    ("cet", 60),
    ("mez", 60),
    ("cest", 120),
    ("mesz", 120),
    ("eet", 120),
    ("sast", 120),
    ("eest", 180),
    ("msk", 180),
    ("trt", 180),
    ("eat", 180),
    ("gst", 240),
    ("pkt", 300),
    ("ist", 330),
    ("wib", 420),
    ("hkt", 480),
    ("sgt", 480),
    ("jst", 540),
    ("kst", 540),
    ("aest", 600),
    ("aedt", 660),
    ("nzst", 720),
    ("nzdt", 780),
    ("brt", -180),
    ("edt", -240),
    ("est", -300),
    ("cdt", -300),
    ("cst", -360),
    ("mdt", -360),
    ("mst", -420),
    ("pdt", -420),
    ("pst", -480),
];

/// Zones of the United States named without their season, in minutes from UTC in winter.
const SEASONAL: &[(&str, i32)] = &[("et", -300), ("ct", -360), ("mt", -420), ("pt", -480)];

/// The month, 1 to 12, that a lower-case word names.
pub(super) fn month(word: &str) -> Option<i8> {
    (1..).zip(MONTHS).find(|(_, names)| names.split(' ').any(|name| name == word)).map(|(number, _)| number)
}

/// Whether a lower-case word may stand in a date without saying anything.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.split(' ').any(|filler| filler == word)
}

/// Minutes from UTC of the zone that a lower-case word names; `date` decides between summer and winter.
pub(super) fn zone(word: &str, date: Option<Date>) -> Option<i32> {
    let fixed = ZONES.iter().find(|(name, _)| *name == word).map(|(_, minutes)| *minutes);
    fixed.or_else(|| {
        let (_, winter) = SEASONAL.iter().find(|(name, _)| *name == word)?;
        Some(winter + if is_us_summer(date?) { 60 } else { 0 })
    })
}

/// Daylight saving time in the United States since 2007: second Sunday of March to first Sunday of November.
fn is_us_summer(date: Date) -> bool {
    let sunday =
        |month, nth| Date::new(date.year(), month, 1).and_then(|day| day.nth_weekday_of_month(nth, Weekday::Sunday));
    matches!((sunday(3, 2), sunday(11, 1)), (Ok(first), Ok(last)) if first <= date && date < last)
}

//! Statistics in marked text: what each number is, says and measures, and which numbers are none.
//!
//! A label reads `kind value[..high] [about|more|less] [up|down] [by|to] [from=earlier]`, then, each behind a semicolon
//! and checked only where given, `unit=`, `currency=`, `of=`, `since=` and `period=`. Every statistic of a text is marked.

use byline::annotate::{Bound, Change, ChangeKind, Statistic, annotate};
use byline::article::{ArticleBuilder, Meta};
use byline::text::TextRange;

use super::marked;

/// Fails unless exactly the marked statistics are found in each text, as their labels say.
fn check(cases: &[&str]) {
    let faults: Vec<String> = cases.iter().filter_map(|case| fault(case)).collect();
    assert!(faults.is_empty(), "{} of {} cases:\n{}", faults.len(), cases.len(), faults.join("\n"));
}

/// What is wrong with one case.
fn fault(case: &str) -> Option<String> {
    let marked = marked::parse(case);
    let article = ArticleBuilder::verbatim(Meta::default(), marked.text.clone());
    let annotations = annotate(&article);
    let found: Vec<&Statistic> = annotations.statistics().map(|(_, _, statistic)| statistic).collect();
    let same = found.len() == marked.marks.len()
        && found
            .iter()
            .zip(&marked.marks)
            .all(|(statistic, (range, label))| fits(&marked.text, statistic, *range, label));
    let shown: Vec<(TextRange, String)> =
        found.iter().map(|statistic| (statistic.range, describe(&marked.text, statistic))).collect();
    (!same).then(|| format!("  wanted {case}\n  found  {}", marked::write(&marked.text, &shown)))
}

/// Whether the statistic is what the label says.
fn fits(text: &str, statistic: &Statistic, range: TextRange, label: &str) -> bool {
    let mut parts = label.split("; ");
    let detail = describe(text, statistic);
    let said: Vec<&str> = detail.split("; ").collect();
    statistic.range == range && parts.next() == said.first().copied() && parts.all(|part| said.contains(&part))
}

/// The statistic in the notation of a label, with all its details.
fn describe(text: &str, statistic: &Statistic) -> String {
    let high = statistic.high.map(|high| format!("..{high}")).unwrap_or_default();
    let mut label = format!("{} {}{high}", statistic.kind.name(), statistic.value);
    let words = [
        statistic.bound.map(Bound::name),
        statistic.change.map(Change::name),
        statistic.change_kind.map(ChangeKind::name),
    ];
    for word in words.into_iter().flatten() {
        label = label + " " + word;
    }
    if let Some(from) = statistic.from {
        label = label + " from=" + &from.to_string();
    }
    let details = [
        ("unit", statistic.unit.as_deref()),
        ("currency", statistic.currency),
        ("of", statistic.of.map(|range| range.of(text))),
        ("since", statistic.since.map(|range| range.of(text))),
        ("period", statistic.period.map(|range| range.of(text))),
    ];
    for (name, value) in details {
        label = label + "; " + name + "=" + value.unwrap_or("-");
    }
    label
}

#[test]
fn percentages_and_points() {
    check(&[
        "{Forty-two per cent|percent 42; unit=percentage} of tenants moved.",
        "Rents took {30%|percent 30; of=wages} of wages.",
        "Turnout was {61.4 percent|percent 61.4; of=Turnout}.",
        "The levy is {3 pc|percent 3; of=levy} this spring.",
        "Salinity reached {35‰|percent 35; unit=per mille; of=Salinity}.",
        "The bank raised its rate by {25 basis points|percentage_point 25 up by; unit=basis point; of=rate}.",
        "Support slipped {two percentage points|percentage_point 2 down by; unit=percentage point; of=Support}.",
        "The gap narrowed by {half a percentage point|percentage_point 0.5 down by; of=gap}.",
        "The bank cut its rate by {a quarter-point|percentage_point 0.25 down by; unit=percentage point; of=rate}.",
        "Between {5 and 7 per cent|percent 5..7; of=seats} of seats stay empty.",
        "Growth of {10-15%|percent 10..15} is likely.",
        "Fees range from {1 per cent to 1.5 per cent|percent 1..1.5}.",
        "A {0.5%|percent 0.5; of=toll} toll was set.",
        "Yields hovered near {.75 per cent|percent 0.75 about}.",
    ]);
}

#[test]
fn money_in_signs_codes_and_names() {
    check(&[
        "The bridge cost {$2.3 billion|money 2300000000; unit=dollar; currency=USD; of=bridge}.",
        "They paid {£2.3bn|money 2300000000; unit=pound sterling; currency=GBP} for the port.",
        "A ticket is {€9.50|money 9.5; unit=euro; currency=EUR; of=ticket}.",
        "He owes {A$40,000|money 40000; unit=australian dollar; currency=AUD}.",
        "She won {US$1m|money 1000000; currency=USD} last year.",
        "The grant is worth up to {$8 million|money 8000000 less; of=grant}.",
        "The fund holds {500 million euros|money 500000000; unit=euro; currency=EUR; of=fund}.",
        "Losses came to {half a billion euros|money 500000000; of=Losses}.",
        "The toll brings in {$5-$7m|money 5000000..7000000} a season.",
        "It is a {$3 million-a-year|money 3000000; unit=dollar per year; of=deal} deal.",
        "A barrel sold for {$52 a barrel|money 52; unit=dollar per barrel}.",
        "Rice costs {Rs 45 per kilo|money 45; unit=indian rupee per kilogram; currency=INR; of=Rice}.",
        "The stadium cost {₹35 crore|money 350000000; currency=INR}.",
        "Bail was set at {$5,000|money 5000; of=Bail}.",
        "The fine is {CHF 200|money 200; unit=swiss franc; currency=CHF; of=fine}.",
        "A kilo is {120 yen|money 120; unit=japanese yen; currency=JPY; of=kilo}.",
        "Shares rose {64p|money 64 up by; unit=penny} to {164p|money 164 up to; of=Shares}.",
        "The paper costs {75 cents|money 75; unit=cent; of=paper}.",
        "They spent {tens of millions of dollars|money 10000000..100000000; currency=USD}.",
        "It cost {three dollars and fifty cents|money 3.5; unit=dollar}.",
        "The dam was priced at {R$90 million|money 90000000; currency=BRL; of=dam}.",
        "The family paid {361 pounds|money 361; unit=pound sterling} in rent.",
        "A fine of {$250 to $1,000|money 250..1000; of=fine} applies.",
        "The plant got {EUR50m|money 50000000; currency=EUR} in aid.",
        "The refund is {-$20|money -20}.",
    ]);
}

#[test]
fn counts_take_their_noun_phrase() {
    check(&[
        "{Twelve people|count 12; unit=people; of=-} were killed.",
        "More than {300,000 users|count 300000 more; unit=user} left.",
        "The agency has {1,100 public housing units|count 1100; unit=public housing unit; of=agency}.",
        "{Two of the judges|count 2; unit=judge} resigned.",
        "{Thousands of commuters|count 1000..10000; unit=commuter} were stranded.",
        "{Tens of thousands of homes|count 10000..100000; unit=home} lost power.",
        "{Dozens|number 12..120} were hurt.",
        "A {six-member|count 6; unit=member} panel sat.",
        "A {12-page|count 12; unit=page} report came.",
        "About {1.2 million voters|count 1200000 about; unit=voter} queued.",
        "The village has {two dozen shops|count 24; unit=shop; of=village}.",
        "She keeps {a dozen hens|count 12; unit=hen}.",
        "They planted {20 000 trees|count 20000; unit=tree}.",
        "The dam displaced {35 lakh people|count 3500000; unit=people; of=dam}.",
        "They counted {12,34,567 ballots|count 1234567; unit=ballot}.",
        "The site gets {4.3M visits a day|count 4300000; unit=visit per day; of=site}.",
        "{One of the oldest bridges|count 1; unit=old bridge} reopened.",
        "He fired {nine|count 9; unit=shot} of the {ten shots|count 10; unit=shot}.",
        "Police seized {12 stolen cars|count 12; unit=stolen car; of=Police}.",
        "The firm shed {400 jobs|count 400 down by; unit=job; of=firm}.",
        "{Three-quarters|ratio 0.75; of=pupils} of pupils passed.",
        "The index lost {190 points|count 190 down by; unit=point; of=index}, or {0.6%|percent 0.6 down by; of=index}.",
        "She has {2,000 followers|count 2000; unit=follower}.",
        "Between {10 and 15 officers|count 10..15; unit=officer} arrived.",
        "The flat has {three bedrooms|count 3; unit=bedroom; of=flat} and {1.5 bathrooms|count 1.5; unit=bathroom}.",
    ]);
}

#[test]
fn measures_with_their_units() {
    check(&[
        "The trail runs {800 km|measure 800; unit=kilometre; of=trail}.",
        "The trail runs {500 miles|measure 500; unit=mile} ({800 km|measure 800; unit=kilometre}).",
        "Winds of {155mph|measure 155; unit=mile per hour; of=Winds} hit.",
        "A {570 sq m|measure 570; unit=square metre; of=hall} hall burned.",
        "He weighs {14 pounds|measure 14; unit=pound-mass} less.",
        "The tank holds {1.6 litres|measure 1.6; unit=litre; of=tank}.",
        "Output reached {325,000 barrels per day|measure 325000; unit=barrel per day; of=Output}.",
        "The refinery makes {52,000 barrels a day|measure 52000; unit=barrel per day; of=refinery}.",
        "The disc holds {256GB|measure 256; unit=gigabyte; of=disc}.",
        "The engine makes {450 Nm|measure 450; unit=newton metre} of torque.",
        "He is {5 ft 2 in|measure 5.166666666666667; unit=foot}.",
        "The wall is {2.4m|measure 2.4; unit=metre; of=wall} high.",
        "They mined {1.2m tonnes|measure 1200000; unit=metric ton; of=ore} of ore.",
        "The cars emit {120 g/km|measure 120; unit=gram per kilometre; of=cars}.",
        "The ship is {18 metres|measure 18; unit=metre; of=ship} wide.",
        "Particles of {2.5 micrometres|measure 2.5; unit=micrometre; of=Particles} spread.",
        "The array adds {550 megawatts|measure 550 up by; unit=megawatt; of=array}.",
        "Water held {15 ppb|measure 15; unit=parts-per-billion; of=lead} of lead.",
        "A {half-mile|measure 0.5; unit=mile; of=tunnel} tunnel opened.",
        "The pit is {two-thirds of a mile|measure 0.6666666666666666; unit=mile} deep.",
        "The mass is {1.99×10−30 kilograms|measure 0.00000000000000000000000000000199; unit=kilogram}.",
        "Rotate it by {90 degrees|measure 90; unit=degree}.",
    ]);
}

#[test]
fn durations_ages_and_temperatures() {
    check(&[
        "The strike lasted {three months|duration 3; unit=month; of=strike}.",
        "It took {half an hour|duration 0.5; unit=hour}.",
        "The plan covers {three or four years|duration 3..4; unit=year; of=plan}.",
        "Nearly {a quarter century|duration 0.25 about; unit=century} went by.",
        "A {five-year|duration 5; unit=year} lease was signed.",
        "He ran it in {9.58s|duration 9.58; unit=second}.",
        "Shifts of {12 hours a day|duration 12; unit=hour per day; of=Shifts} are common.",
        "A {27-year-old|age 27; unit=year of age} was held.",
        "A {5-year-old|age 5; of=boy} boy was found.",
        "Her {nine-month-old|age 9; unit=month of age; of=daughter} daughter slept.",
        "She learned to swim aged {9|age 9; unit=year of age}.",
        "Ada Novak, {42|age 42; of=Ada Novak}, runs the mill.",
        "Piet Jansen ({37|age 37; of=Piet Jansen}) scored.",
        "He will be {35|age 35} by spring.",
        "The wall is {500 years old|age 500; unit=year of age}.",
        "Women aged {25 to 54|age 25..54} answered.",
        "A {400 million-year-old|age 400000000; of=rock} rock was split.",
        "It was {30 degrees|temperature 30; unit=degree} outside.",
        "The oven hits {500 degrees Celsius|temperature 500; unit=celsius; of=oven}.",
        "The low was {-12°C|temperature -12; unit=celsius; of=low}.",
        "The gas is cooled to {minus-260 degrees Fahrenheit|temperature -260; unit=fahrenheit}.",
        "Highs of {35C|temperature 35; unit=celsius; of=Highs} are due.",
    ]);
}

#[test]
fn ratios_multiples_ranks_and_scores() {
    check(&[
        "{One in five|ratio 0.2; of=drivers} drivers was fined.",
        "She said that {one in five|ratio 0.2; of=shops} shops closed.",
        "{Nine out of 10|ratio 0.9; of=dentists} dentists agree.",
        "Nearly {two-thirds|ratio 0.6666666666666666 about; of=voters} of voters stayed home.",
        "{A quarter|ratio 0.25; of=crop} of the crop was lost.",
        "{Half|ratio 0.5; of=town} of the town flooded.",
        "The odds were {3-to-1|ratio 3}.",
        "The ratio of buses to cars is {3:1|ratio 3}.",
        "Some {40%|percent 40 about; of=respondents} of the {1,500 respondents|count 1500} agreed.",
        "Rents fell by {a third|ratio 0.3333333333333333 down by; of=Rents}.",
        "Output {doubled|multiple 2 up by; of=Output}.",
        "Arrivals have {halved|multiple 0.5 down by; of=Arrivals} since 2019.",
        "Sales grew {threefold|multiple 3 up by; of=Sales}.",
        "Traffic rose {18-fold|multiple 18 up by; of=Traffic}.",
        "It costs {2.5 times|multiple 2.5; unit=time} as much.",
        "They sold {twice|multiple 2} as many.",
        "It is the {third-largest|ordinal 3} port.",
        "She finished {second|ordinal 2}.",
        "It was the {21st|ordinal 21} such strike.",
        "The team won {3-1|score 3..1}.",
        "The motion passed {52–48|score 52..48}.",
        "They drew {1-1|score 1..1} at home.",
        "He voted {three times|count 3; unit=time}.",
        "The {penultimate|ordinal -2} stage was flat.",
    ]);
}

#[test]
fn bounds_before_and_behind() {
    check(&[
        "At least {76 people|count 76 more} were hurt.",
        "Fewer than {ten shops|count 10 less} opened.",
        "Up to {400 jobs|count 400 less} may go.",
        "Some {300 residents|count 300 about} fled.",
        "No more than {20 guests|count 20 less} may come.",
        "No fewer than {20 guests|count 20 more} came.",
        "As many as {50 boats|count 50 less} sank.",
        "In excess of {$4m|money 4000000 more} was raised.",
        "They want {five|number 5 more} or more.",
        "They will spend it over {five years|duration 5}; it took over {six years|duration 6 more}.",
        "Just under {£7|money 7 less} will do.",
        "The dose is ~{80 mg|measure 80 about}.",
        "Upwards of {90 vans|count 90 more} waited.",
        "A sub-{7 nanometre|measure 7 less} chip was shown.",
    ]);
}

#[test]
fn changes_by_and_to_with_their_base() {
    check(&[
        "Deletions of the app increased by {295%|percent 295 up by; of=Deletions of the app; since=compared to the \
         previous day} compared to the previous day.",
        "Profit rose to {4.2%|percent 4.2 up to from=3.9; of=Profit; since=from 3.9%} from {3.9%|percent 3.9}.",
        "The rate fell from {5.1% to 4.8%|percent 4.8 down to from=5.1; of=rate}.",
        "Revenue dropped {7%|percent 7 down by; of=Revenue} to {$2.3 billion|money 2300000000 down to; of=Revenue}.",
        "Exports were down {4%|percent 4 down by; of=Exports}.",
        "Bread is up {12%|percent 12 up by; since=on last year} on last year.",
        "The council cut its staff by {200 posts|count 200 down by; of=staff}.",
        "She raised the target to {$5m|money 5000000 up to; of=target}.",
        "The town saw a {5%|percent 5 down by; of=drop in visits} drop in visits.",
        "An increase of {60 places|count 60 up by; of=increase} was agreed.",
        "Shares closed {3%|percent 3 up by; of=Shares} higher.",
        "Emissions are {9%|percent 9 down by; of=Emissions} lower than a year earlier.",
        "Turnout was {58%|percent 58 up to from=51; of=Turnout; since=from 51%}, up from {51%|percent 51}.",
        "Thefts climbed to {412|number 412 up to from=380} from {380|number 380} a year earlier.",
        "Prices rose {2%|percent 2 up by; since=since 2019} since 2019.",
        "Wages edged up {0.3 per cent|percent 0.3 up by; since=from the previous quarter} from the previous quarter.",
        "Output shrank by about {6%|percent 6 about down by; of=Output}.",
        "The lake has lost {a third|ratio 0.3333333333333333 down by; of=water} of its water.",
        "The price went from {$3 to $5|money 3..5}.",
        "Though sales were up from {13%|percent 13; of=sales} in May, it is still a fall.",
        "Analysts expect lines to grow from {16 now to as many as 80|number 80 less up to from=16}.",
        "The shop sold {390 lamps|count 390 up to from=240; unit=lamp}, up from {240|count 240; unit=lamp} in May.",
        "Oil fell {$2.10|money 2.1 down by}, or {2.5%|percent 2.5 down by}, to {$82.30 a barrel|money 82.3 down to; of=Oil}.",
        "Output grew {0.6%|percent 0.6 up by; since=quarter on quarter} quarter on quarter.",
        "The jobless rate fell to {4.1%|percent 4.1 down to from=4.4}, its lowest since 2001, from {4.4%|percent 4.4}.",
        "The start-up raised {$5m|money 5000000} and dropped {12 leaflets|count 12; unit=leaflet}.",
        "Membership increased from {9 to 10|number 10 up to from=9; of=Membership}.",
        "It cut output to {325 tonnes|measure 325 down to from=410; unit=metric ton} from {410|measure 410; unit=metric ton}.",
        "Heating bills, already high, jumped {40%|percent 40 up by; of=Heating bills}.",
        "The company, which makes toys, said sales grew by {8%|percent 8 up by; of=sales}.",
        "Analysts expect growth to slow to {1.5%|percent 1.5 down to; of=growth}.",
    ]);
}

#[test]
fn what_is_measured_stands_clear_of_what_is_around_it() {
    check(&[
        "Norvik Foods Inc. cut {300 jobs|count 300 down by; of=Norvik Foods Inc.}.",
        "Norvik Foods (NVF) rose {4%|percent 4 up by; of=Norvik Foods}.",
        "Flats from {$200,000|money 200000} sell in {40 days|duration 40; of=Flats}.",
        "Samples between 2014 and 2017 held {4 ppb|measure 4; of=Samples}.",
        "In recent months the bank lost {9%|percent 9 down by; of=bank}.",
        "Sales in the US rose {3%|percent 3 up by; of=Sales in the US}.",
        "Nobody knows what happens as the reward rises to {$90|money 90 up to; of=reward}.",
        "She bought a {51 per cent|percent 51; of=stake in a school} stake in a school.",
        "It needs {8 miles|measure 8; of=new track} ({13 km|measure 13; of=new track}) of new track.",
        "The flask holds {50 ml|measure 50; of=weak acid} of {30%|percent 30; of=weak acid} weak acid.",
        "He paid {$900|money 900; of=battery} for a {5 kWh|measure 5; of=battery} battery.",
        "Mara Lind ({12 goals|count 12; of=Mara Lind}) leads.",
        "The list shows a net worth of {2.1 billion euros|money 2100000000; of=net worth}.",
        "Of the total, {89 per cent|percent 89; of=issued and outstanding shares} of the issued and outstanding shares \
         were tendered.",
        "Stocks were mixed, with the Nordex index advancing {2%|percent 2 up by; of=Nordex index}.",
        "It was led by a rally in bank stocks, which were up {2%|percent 2 up by; of=bank stocks}.",
        "The sale sent the shares higher and they were up {5%|percent 5 up by; of=shares}.",
        "Crews want a {6%|percent 6 up by; of=pay rise} pay rise.",
        "The union expects the value of the fund to grow from {$2bn to $3bn|money 3000000000 up to from=2000000000; \
         of=value of the fund}.",
        "The forecast is {$84m|money 84000000 down to; of=forecast}, down from the {$89m to $93m|money 89000000..93000000} \
         it gave before.",
        "The range grows from up to {252 miles to 287 miles|measure 287 up to from=252; of=range}.",
        "Gusts were {10 mph|measure 10; since=than on the coast} less than on the coast.",
        "A glass is {1/16 of a US pint|measure 0.0625; unit=pint} and {24 US gallons|measure 24; unit=gallon} is more.",
        "Oil peaked at {$52 a barrel|money 52; unit=dollar per barrel} in May.",
        "They live at 9 E 71st St with COVID -19 tests.",
        "The runner was {second to last|ordinal -2}.",
        "It bought {$20 billion|money 20000000000; of=farm products} in farm products.",
        "It raised exports to China to {$3 billion|money 3000000000 up to; of=exports to China}.",
        "The storm cut power to {5,000 homes|count 5000; unit=home}.",
        "Highs returned to triple digits, and turnout was above the {3 percent|percent 3; of=level} level.",
        "She had a {14-day|duration 14; of=quarantine} quarantine and a {30 minute|duration 30; of=climb} climb.",
        "A {43-year-old|age 43; of=man} man waited {three months|duration 3; of=43-year-old man}.",
        "They met in groups of {six people|count 6; of=groups}.",
        "It took more than {a year and a half|duration 1.5 more; unit=year}.",
        "The sum was lower than the {46,797|number 46797} of May.",
        "At first sight the {first|ordinal 1} stage was dull.",
        "A survey of {1709 schoolchildren|count 1709; unit=schoolchild} began in 1989.",
    ]);
}

#[test]
fn the_period_is_the_date_that_stands_with_the_number() {
    check(&[
        "Sales rose {60%|percent 60 up by; period=2018} in 2018.",
        "Last year, {300 people|count 300; period=Last year} left and {40|number 40; period=Last year} came.",
        "The mill, opened in 1990, has {300 staff|count 300; period=-}.",
        "Bread is up {12%|percent 12 up by; since=on last year; period=-} on last year.",
        "Turnout was {58%|percent 58 up to from=51; period=-}, up from {51%|percent 51; period=2019} in 2019.",
        "It rose by {2 percentage points|percentage_point 2 up by; period=last year} to {9%|percent 9 up to; period=last year} last year.",
        "The vote began at 8 p.m. with {90 people|count 90; period=-}.",
    ]);
}

#[test]
fn numbers_that_are_no_statistics() {
    check(&[
        "The Group of Seven met after 9/11.",
        "A Boeing 737 and an Airbus A320 landed.",
        "GPT-4 and Windows 11 are out.",
        "The firm filed for Chapter 11 under Article 5.",
        "Flight 370 left gate 12 for Room 101.",
        "See page 7, section 3 and No. 10.",
        "In 2019 the mill closed; by 1998 it was old.",
        "The 2018 sales season ended on March 29, 2019.",
        "He was born on 4 July 1952.",
        "The film opens at 7:30 p.m. and ends by 10.45pm.",
        "Call 555-0134 or +44 20 7946 0000.",
        "The 1990s and the 2020s were loud.",
        "Covid-19 and the F-16 made news.",
        "Python 3.11 and iOS 14.5 shipped.",
        "The S&P 500 and the FTSE 100 were closed.",
        "No one knew; one could see it was the one.",
        "They live at 10 Downing Street.",
        "Between 1914 and 1918 it stood empty.",
        "The Second World War ended.",
        "Read https://news.example/2021/05/12/a-30-day-plan?p=40%25 now.",
        "Write to desk24@news.example today.",
        "A 5G mast and a 4K screen stood there.",
        "In Formula 1, car 44 came in.",
        "The 747 is gone and the 787 stays.",
        "It works 24/7 at the M25.",
        "Resolution 1701 and Highway 61 were named.",
        "Server 192.168.1.1 failed on 10.10.2020.",
        "The category 4 storm passed.",
        "The 19th-century house stood.",
        "#1 and @user99 were cited.",
        "The Big Three met the Magnificent Seven.",
        "The 2020-21 season was cut.",
        "The Boeing 777X and the Airbus A380-800 flew.",
        "She wrote from room 12B about a 401(k).",
        "Paragraphs 3 to 7 apply in Year 6 classes.",
        "Type 2 and Phase 3 were named in Title 9.",
        "Apollo 11 and STS-135 flew from pad 39A.",
        "Agent 007 left the 9-to-5 behind.",
        "The 49ers and the under-21s lost on Sept. 11.",
        "Posted 2019-09-01T10:38:07Z by the desk.",
    ]);
}

#[test]
fn decimal_commas_where_the_text_shows_them() {
    check(&[
        "The rate was {3,5 per cent|percent 3.5}, the sum {1.250 euros|money 1250}.",
        "The rate was {3.5 per cent|percent 3.5}, the sum {1,250 euros|money 1250}.",
    ]);
}

#[test]
fn nothing_panics_on_odd_text() {
    for text in [
        "",
        "5",
        "%",
        "$",
        "½",
        "-",
        "5-",
        "$-",
        "from 5 to",
        "one in",
        "5 %%% 6",
        "٣٤",
        "10０",
        "5\u{301}",
        "1,",
        ".5.",
        "1e999",
    ] {
        annotate(&ArticleBuilder::verbatim(Meta::default(), text.to_owned()));
    }
    let long = "9".repeat(5000) + &" 1,2".repeat(5000) + &"million ".repeat(2000);
    annotate(&ArticleBuilder::verbatim(Meta::default(), long));
}

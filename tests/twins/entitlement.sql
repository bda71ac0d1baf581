-- What a standard grants to each row, said as relations: written apart from the library, for SQLite.
--
-- A rate fits where none of its tests fails; an item is owed where in every cell of its count, and in every period, one
-- rate fits; what it is owed is the sum of groups x times x rate. Whole numbers throughout.

CREATE TABLE asked (days, extended INTEGER, longest INTEGER, shared INTEGER);
CREATE TABLE validity (first TEXT, last TEXT);
CREATE TABLE rows (at INTEGER PRIMARY KEY, hazard TEXT, day TEXT, lasting INTEGER);
CREATE TABLE words (hazard TEXT PRIMARY KEY, covered INTEGER, minimum INTEGER, maximum INTEGER, extended INTEGER);
CREATE TABLE traits (at INTEGER, axis TEXT, class TEXT, PRIMARY KEY (axis, at));
CREATE TABLE numbers (at INTEGER, count TEXT, cell INTEGER, number INTEGER, PRIMARY KEY (count, at, cell));
CREATE TABLE classes (count TEXT, cell INTEGER, axis TEXT, class);
CREATE TABLE parts (part TEXT, whole TEXT);
CREATE TABLE months (axis TEXT, class TEXT, month INTEGER);
CREATE TABLE items (
  item TEXT PRIMARY KEY, count TEXT, by_class INTEGER, blank INTEGER, takes_days INTEGER, changes INTEGER,
  shortest INTEGER, longest INTEGER, part TEXT, size INTEGER, rounding TEXT, factor INTEGER, under INTEGER,
  own TEXT, minimum INTEGER, maximum INTEGER, extended INTEGER
);
CREATE TABLE rates (
  rate INTEGER PRIMARY KEY, item TEXT, least INTEGER, most INTEGER, further INTEGER, counted_from INTEGER, axis TEXT,
  size INTEGER, indices INTEGER, over INTEGER, under INTEGER, step INTEGER, rounding TEXT
);
CREATE TABLE index_values (rate INTEGER, value INTEGER, amount INTEGER);
CREATE TABLE tests (rate INTEGER, axis TEXT, kind TEXT, class, first, last);
CREATE TABLE periods (number INTEGER PRIMARY KEY);
CREATE INDEX tests_of_rate ON tests (rate);

-- For how many days ---------------------------------------------------------------------------------------------------

CREATE VIEW windows AS
SELECT at, item, rows.lasting, asked.days AS given, asked.longest,
  CASE own WHEN 'own' THEN items.minimum WHEN 'open' THEN NULL ELSE words.minimum END AS minimum,
  CASE own WHEN 'own' THEN items.maximum WHEN 'open' THEN NULL ELSE words.maximum END AS maximum,
  CASE own WHEN 'own' THEN items.extended WHEN 'open' THEN NULL ELSE words.extended END AS further,
  asked.extended
FROM rows JOIN words ON words.hazard = rows.hazard, items, asked WHERE takes_days
UNION ALL
SELECT at, NULL, rows.lasting, asked.days, asked.longest, minimum, maximum, words.extended, asked.extended
FROM rows JOIN words ON words.hazard = rows.hazard, asked
WHERE shared AND minimum IS NOT NULL AND CASE days WHEN 'lasting' THEN lasting ELSE days END IS NOT NULL;

CREATE TABLE lasting AS SELECT 0 AS at, '' AS item, 0 AS days WHERE FALSE;

CREATE VIEW lasting_of_rows AS
SELECT at, item,
  CASE WHEN given IN ('minimum', 'maximum', 'extended') OR days BETWEEN coalesce(minimum, 1) AND
    coalesce(CASE WHEN extended THEN coalesce(further, maximum) ELSE maximum END, longest) THEN days END AS days
FROM (
  SELECT *, CASE given WHEN 'minimum' THEN minimum WHEN 'maximum' THEN maximum WHEN 'extended' THEN further
    WHEN 'lasting' THEN lasting ELSE given END AS days
  FROM windows
);

-- How many ------------------------------------------------------------------------------------------------------------

CREATE TABLE counted (item TEXT, at INTEGER, cell INTEGER, number INTEGER, PRIMARY KEY (item, at, cell));

CREATE VIEW counted_in_rows AS
SELECT item, at, 0 AS cell, 1 AS number FROM rows, items WHERE count = 'event'
UNION ALL
SELECT item, at, 0, CASE WHEN count(*) = count(number) THEN sum(number) END
FROM items JOIN numbers USING (count) WHERE NOT by_class GROUP BY item, at
UNION ALL
SELECT item, at, cell, number FROM items JOIN numbers USING (count) WHERE by_class;

-- Which rows are refused whole ----------------------------------------------------------------------------------------

CREATE VIEW refused AS
SELECT at FROM rows LEFT JOIN words USING (hazard) WHERE covered IS NOT TRUE
UNION SELECT at FROM rows, validity WHERE day IS NULL OR day < first OR day > last
UNION SELECT at FROM numbers WHERE number < 0
UNION SELECT at FROM lasting WHERE days IS NULL
UNION
SELECT at FROM lasting JOIN items USING (item) JOIN (SELECT item, at, min(cell), number FROM counted GROUP BY item, at)
  USING (item, at)
WHERE part = 'whole' AND (days % shortest OR days % longest) AND (blank OR number IS NOT NULL)
UNION
SELECT at FROM parts
  JOIN (SELECT at, count AS part, sum(number) AS known FROM numbers GROUP BY at, count) USING (part)
  JOIN (SELECT at, count AS whole, sum(number) AS total FROM numbers GROUP BY at, count
        HAVING count(*) = count(number)) USING (at, whole)
WHERE known > total
UNION
SELECT at FROM numbers AS chosen
  JOIN (SELECT at, sum(number) AS people FROM numbers WHERE count = 'person' GROUP BY at
        HAVING count(*) = count(number)) USING (at)
  LEFT JOIN (SELECT at, sum(number) AS families FROM numbers WHERE count = 'family' GROUP BY at
        HAVING count(*) = count(number)) USING (at)
WHERE chosen.count LIKE 'recipients of %' AND chosen.number > max(people, coalesce(families, 0));

-- How often -----------------------------------------------------------------------------------------------------------

CREATE VIEW spells AS
WITH taken AS (
  SELECT at, item, items.*, coalesce(lasting.days, 0) AS days, rows.day AS date,
    CASE part WHEN 'down' THEN days / items.longest ELSE (days + items.longest - 1) / items.longest END AS fewest,
    CASE part WHEN 'down' THEN days / shortest ELSE (days + shortest - 1) / shortest END AS often
  FROM rows, items LEFT JOIN lasting USING (at, item) WHERE NOT blank
)
SELECT at, item, 0 AS period, 1 AS fewest, 1 AS often, days AS day, date FROM taken WHERE shortest IS NULL
UNION ALL
SELECT at, item, 0, fewest, often, 1, date FROM taken WHERE fewest <> often OR NOT changes AND shortest IS NOT NULL
UNION ALL
SELECT at, item, number, 1, 1, number * shortest + 1, date(date, '+' || (number * shortest) || ' days')
FROM taken JOIN periods ON number < often WHERE fewest = often AND changes;

-- Which rate ----------------------------------------------------------------------------------------------------------

CREATE VIEW fitting AS
SELECT spells.*, count, size, rounding, factor, under, cell, counted.number, every.rate
FROM spells JOIN items USING (item) JOIN counted USING (at, item)
  JOIN (SELECT rate, item FROM rates UNION ALL SELECT value, item FROM index_values JOIN rates USING (rate)) AS every
    USING (item)
WHERE NOT EXISTS (
  SELECT 1 FROM tests WHERE tests.rate = every.rate AND NOT coalesce(CASE kind
    WHEN 'day' THEN spells.day BETWEEN coalesce(first, spells.day) AND coalesce(last, spells.day)
    WHEN 'date' THEN spells.date BETWEEN coalesce(first, spells.date) AND coalesce(last, spells.date)
    WHEN 'season' THEN EXISTS (
      SELECT 1 FROM months WHERE months.axis = tests.axis AND months.class = tests.class
        AND month = CAST(strftime('%m', spells.date) AS INTEGER))
    WHEN 'trait' THEN tests.class = (
      SELECT traits.class FROM traits WHERE traits.axis = tests.axis AND traits.at = spells.at)
    ELSE EXISTS (
      SELECT 1 FROM classes WHERE classes.count = items.count AND classes.cell = counted.cell
        AND classes.axis = tests.axis AND (classes.class = tests.class OR tests.class IS NULL
          AND classes.class BETWEEN coalesce(first, classes.class) AND coalesce(last, classes.class)))
  END, FALSE)
);

CREATE TABLE fits AS SELECT * FROM fitting WHERE FALSE;

CREATE VIEW shares AS
SELECT at, fits.item, cell, period, index_values.rate, min(amount) * over AS of, rates.under * step AS whole, step,
  rates.rounding
FROM fits JOIN index_values ON value = fits.rate JOIN rates ON rates.rate = index_values.rate
GROUP BY at, fits.item, cell, period, index_values.rate HAVING count(*) = indices;

CREATE VIEW priced AS
SELECT fits.at, fits.item, fits.cell, fits.period, fewest, often, fits.factor, fits.under,
  CASE WHEN coalesce(rates.size, fits.size) = 1 THEN number
    WHEN fits.rounding = 'up' THEN (number + coalesce(rates.size, fits.size) - 1) / coalesce(rates.size, fits.size)
    WHEN fits.rounding = 'down' THEN number / coalesce(rates.size, fits.size)
    ELSE (2 * number + coalesce(rates.size, fits.size)) / (2 * coalesce(rates.size, fits.size)) END AS number,
  CASE WHEN indices THEN share ELSE least + more END AS least,
  CASE WHEN indices THEN share ELSE most + more END AS most
FROM (
  SELECT fits.*, coalesce((
    SELECT (class - counted_from) * further FROM classes, rates
    WHERE rates.rate = fits.rate AND classes.count = fits.count AND classes.cell = fits.cell
      AND classes.axis = rates.axis), 0) AS more
  FROM fits
) AS fits JOIN rates USING (rate) LEFT JOIN (
  SELECT at, item, cell, period, rate,
    step * CASE rounding WHEN 'up' THEN (of + whole - 1) / whole WHEN 'down' THEN of / whole
      ELSE (2 * of + whole) / (2 * whole) END AS share
  FROM shares
) AS shared ON shared.at = fits.at AND shared.item = fits.item AND shared.cell = fits.cell
  AND shared.period = fits.period AND shared.rate = fits.rate;

-- What each row is owed -----------------------------------------------------------------------------------------------

CREATE VIEW owed AS
SELECT at, item, coalesce(low, 0) * factor / under AS least, (coalesce(high, 0) * factor + under - 1) / under AS most
FROM (SELECT item, at, count(*) AS cells FROM counted GROUP BY item, at HAVING count(*) = count(number))
  JOIN items USING (item)
  LEFT JOIN (SELECT at, item, count(*) AS often FROM spells GROUP BY at, item) USING (at, item)
  LEFT JOIN (
    SELECT at, item, count(*) AS met, count(least) AS known, sum(number * fewest * least) AS low,
      sum(number * often * most) AS high
    FROM priced GROUP BY at, item
  ) USING (at, item)
WHERE NOT blank AND at NOT IN (SELECT at FROM refused)
  AND coalesce(met, 0) = cells * coalesce(often, 0) AND coalesce(met, 0) = coalesce(known, 0);

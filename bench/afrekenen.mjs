// The peer of a settlement: DuckDB on the same lines as CSV. Usage: node afrekenen.mjs MAP THREADS
// Prints one line of JSON: lines, refused lines, cents granted, seconds from an empty base to totals, peak in MB.
import { createRequire } from 'node:module';

const [map, threads] = process.argv.slice(2);
const require = createRequire(`${process.env.ZORGKADER_NODE}/`);
const { DuckDBInstance } = require('@duckdb/node-api');

const sql = `
CREATE TABLE toewijzing AS SELECT * FROM read_csv('${map}/toewijzingen.csv', delim=';', header=true, columns={
  gemeente: 'VARCHAR', aanbieder: 'VARCHAR', bsn: 'VARCHAR', nummer: 'BIGINT', product: 'VARCHAR', ingang: 'DATE',
  eind: 'DATE', volume: 'BIGINT'});
CREATE TABLE regel AS SELECT * FROM read_csv('${map}/regels.csv', delim=';', header=true, columns={
  gemeente: 'VARCHAR', aanbieder: 'VARCHAR', bsn: 'VARCHAR', nummer: 'BIGINT', product: 'VARCHAR', begin: 'DATE',
  eind: 'DATE', volume: 'BIGINT', tarief: 'BIGINT', cent: 'BIGINT', credit: 'BOOLEAN', referentie: 'VARCHAR',
  vorige: 'VARCHAR'});
CREATE TABLE beoordeeld AS
SELECT r.*,
       t.nummer IS NULL AS onbekend,
       t.bsn <> r.bsn AS andere_client,
       t.product <> r.product AS ander_product,
       r.begin < t.ingang AS te_vroeg,
       r.eind > coalesce(t.eind, DATE '9999-12-31') AS te_laat,
       r.volume * r.tarief <> r.cent AS rekenfout,
       r.eind < r.begin AS omgekeerd,
       r.credit AND o.referentie IS NULL AS niets_te_crediteren,
       count(*) OVER (PARTITION BY r.aanbieder, r.referentie) > 1 AS dubbel,
       sum(CASE WHEN r.credit THEN -r.volume ELSE r.volume END)
         OVER (PARTITION BY r.gemeente, r.nummer, date_trunc('month', r.begin) ORDER BY r.referentie)
         > coalesce(t.volume, 999999999) AS te_veel
FROM regel r
LEFT JOIN toewijzing t ON t.gemeente = r.gemeente AND t.nummer = r.nummer AND t.aanbieder = r.aanbieder
LEFT JOIN (SELECT DISTINCT aanbieder, referentie FROM regel WHERE NOT credit) o
  ON o.aanbieder = r.aanbieder AND o.referentie = r.vorige;
CREATE TABLE totaal AS
SELECT aanbieder, gemeente, date_trunc('month', begin) AS maand, sum(CASE WHEN credit THEN -cent ELSE cent END) AS cent
FROM beoordeeld
WHERE NOT (onbekend OR coalesce(andere_client, false) OR coalesce(ander_product, false) OR coalesce(te_vroeg, false)
  OR coalesce(te_laat, false) OR rekenfout OR omgekeerd OR niets_te_crediteren OR dubbel OR coalesce(te_veel, false))
GROUP BY ALL;`;

const base = await DuckDBInstance.create(':memory:', { threads });
const connection = await base.connect();
const begin = process.hrtime.bigint();
await connection.run(sql);
const totals = await connection.runAndReadAll('SELECT sum(cent)::BIGINT FROM totaal');
const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
const lines = await connection.runAndReadAll('SELECT count(*) FROM beoordeeld');
console.log(JSON.stringify({
  regels: Number(lines.getRows()[0][0]),
  cent: Number(totals.getRows()[0][0]),
  seconden: seconds,
  mb: Math.round(process.resourceUsage().maxRSS / 1024),
}));

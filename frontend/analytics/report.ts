/** A report as the server tells it: figures as a table. */
export type Unit =
  | 'TEXT'
  | 'ID'
  | 'COLOR'
  | 'DAY'
  | 'TIME'
  | 'COUNT'
  | 'NUMBER'
  | 'SECONDS'
  | 'HOURS'
  | 'SHARE'
  | 'PER_HOUR';
export type Value = string | number | boolean | null;
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
}
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

const THIN = '\u202f';
const DAYS = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A value as people read it; the unit stands in the head of its column. */
export function text(value: Value | undefined, unit: Unit): string {
  if (value === null || value === undefined) return '–';
  if (typeof value !== 'number') return unit === 'DAY' ? day(String(value)) : String(value);
  switch (unit) {
    case 'SHARE':
      return `${grouped(value * 100, value > 0 && value < 0.1 ? 1 : 0)}${THIN}%`;
    case 'HOURS':
      return hours(value);
    case 'SECONDS':
      return seconds(value);
    case 'COUNT':
      return grouped(value, 0);
    default:
      return grouped(value, Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2);
  }
}

/** 45 s, 12 min, 3.4 h, 6 d. */
export function seconds(value: number): string {
  const size = Math.abs(value);
  if (size < 0.05) return `0${THIN}s`;
  if (size < 120) return `${grouped(value, size < 10 && !Number.isInteger(value) ? 1 : 0)}${THIN}s`;
  if (size < 7200) return `${grouped(value / 60, 0)}${THIN}min`;
  return hours(value / 3600);
}

export function hours(value: number): string {
  const size = Math.abs(value);
  if (size < 2) return seconds(value * 3600);
  if (size >= 72) return `${grouped(value / 24, size < 240 ? 1 : 0)}${THIN}d`;
  return `${grouped(value, size < 20 && size > 0 ? 1 : 0)}${THIN}h`;
}

/** Seconds in the unit that fits another number of seconds. */
export function inUnitOf(value: number, most: number): string {
  const [size, name] = most >= 259_200 ? [86_400, 'd'] : most >= 7200 ? [3600, 'h'] : most >= 120 ? [60, 'min'] : [1, 's'];
  const shown = value / Number(size);
  return `${grouped(shown, Number.isInteger(Math.round(shown * 1000) / 1000) ? 0 : 1)}${THIN}${name}`;
}

export function day(iso: string): string {
  return DAYS.format(new Date(`${iso}T00:00:00Z`));
}

function grouped(value: number, digits: number): string {
  return value
    .toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replaceAll(',', THIN);
}

export function columnOf(report: Report, key: string): Column | undefined {
  return report.columns.find((column) => column.key === key);
}

export function values(report: Report, key: string): (Value | undefined)[] {
  const at = report.columns.findIndex((column) => column.key === key);
  return report.rows.map((row) => row[at]);
}

/** Where a row leads: the first pattern of which the row has every part. */
export function linkOf(report: Report, row: number, patterns: readonly string[]): string | null {
  for (const pattern of patterns) {
    const parts = [...pattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
    const found = parts.map((part) => values(report, part)[row]);
    if (found.every((value) => value !== undefined && value !== null && value !== '')) {
      return pattern.replace(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(String(values(report, part)[row])));
    }
  }
  return null;
}

import { describe, expect, it } from 'vitest';
import { type ChartSpec, optionOf, rowsOf } from '../../analytics/chart.js';
import { type Report, inUnitOf, linkOf, text } from '../../analytics/report.js';

const palette = { ink: '', muted: '', line: '', surface: '', font: '', named: {}, order: ['blue', 'red'] };
const report = (columns: Report['columns'], rows: Report['rows']): Report => ({ id: 'r', title: 'R', about: '', columns, rows });
const people = report(
  [
    { key: 'day', label: 'Day', unit: 'DAY' },
    { key: 'personId', label: 'Id', unit: 'ID' },
    { key: 'person', label: 'Person', unit: 'TEXT' },
    { key: 'hours', label: 'Active time', unit: 'HOURS' },
  ],
  [
    ['2026-03-02', 'a', 'Kim', 1],
    ['2026-03-02', 'b', 'Kim', 2],
    ['2026-03-03', 'b', 'Kim', 4],
  ],
);

describe('a chart', () => {
  it('keeps people of the same name apart', () => {
    const split: ChartSpec = { kind: 'bars', x: 'day', series: [{ key: 'hours' }], split: 'person', stacked: true };
    const series = optionOf(people, split, palette)['series'] as { name: string; data: number[] }[];

    expect(series.map((one) => [one.name, one.data])).toEqual([['Kim', [1, 0]], ['Kim (2)', [2, 4]]]);

    const sideways: ChartSpec = { kind: 'sideways', x: 'person', series: [{ key: 'hours' }] };
    expect(((optionOf(people, sideways, palette)['series'] as { data: number[] }[])[0])?.data).toEqual([1, 2, 4]);
  });

  it('leaves out rows that have nothing to draw', () => {
    const some = { ...people, rows: [...people.rows, ['2026-03-04', 'c', 'Lee', null]] };

    expect(rowsOf(some, { kind: 'sideways', x: 'person', series: [{ key: 'hours' }] })).toEqual([0, 1, 2]);
  });

  it('leads to what lies behind a row, as far as the row knows', () => {
    const patterns = ['annotate/{taskId}?frame={frame}', 'people/{personId}'];

    expect(linkOf(people, 1, patterns)).toBe('people/b');
    expect(linkOf(report([], [[]]), 0, patterns)).toBeNull();
  });

  it('says times and shares as people read them', () => {
    expect(text(0.5, 'HOURS')).toBe('30\u202fmin');
    expect(text(12345, 'COUNT')).toBe('12\u202f345');
    expect(text(0.034, 'SHARE')).toBe('3.4\u202f%');
    expect(text(null, 'COUNT')).toBe('–');
    expect(inUnitOf(1800, 18_000)).toBe('0.5\u202fh');
  });
});

import { type Report, type Unit, type Value, columnOf, day, inUnitOf, text, values } from './report.js';

/** How a report is drawn. */
export interface ChartSpec {
  readonly kind: 'bars' | 'lines' | 'area' | 'sideways' | 'points';
  readonly x: string;
  readonly series: readonly SeriesSpec[];
  readonly stacked?: boolean;
  /** One series for each value of this column, of the first series' figures. */
  readonly split?: string;
}
export interface SeriesSpec {
  readonly key: string;
  readonly color?: string;
  readonly line?: boolean;
}
/** The page's colours by name, as any browser draws them. */
export interface Palette {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly font: string;
  readonly named: Readonly<Record<string, string>>;
  readonly order: readonly string[];
}

interface Series {
  readonly name: string;
  readonly unit: Unit;
  readonly data: (number | null)[];
  readonly color: string;
  readonly line: boolean;
}

/** Whether there is anything to draw. */
export function isBlank(report: Report, spec: ChartSpec): boolean {
  return spec.series.every((series) => values(report, series.key).every((value) => !value));
}

/** What ECharts draws of a report. */
export function optionOf(report: Report, spec: ChartSpec, palette: Palette): Record<string, unknown> {
  const rows = rowsOf(report, spec);
  const names = spec.split ? [...new Set(values(report, spec.x))] : rows.map((row) => values(report, spec.x)[row]);
  const series = seriesOf(report, spec, names, rows, palette);
  const main = series.find((one) => !one.line) ?? series[0];
  const second = series.find((one) => one.line && main && one.unit !== main.unit);
  const sideways = spec.kind === 'sideways';
  const category = {
    type: 'category',
    data: names.map((name) => label(name ?? '', columnOf(report, spec.x)?.unit ?? 'TEXT')),
    inverse: sideways,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.line } },
    axisLabel: {
      color: palette.muted,
      ...(sideways
        ? { width: 132, overflow: 'truncate' }
        : columnOf(report, spec.x)?.unit === 'TEXT'
          ? { interval: 0, width: 64, overflow: 'break' }
          : { hideOverlap: true }),
    },
  };
  const axes = [main, second].filter((one) => one !== undefined).map((one, n) => valueAxis(one, palette, n));
  return {
    animation: false,
    textStyle: { fontFamily: palette.font, color: palette.ink },
    color: series.map((one) => one.color),
    aria: { enabled: false },
    grid: { left: 8, right: second ? 8 : 20, top: 36, bottom: 4, containLabel: true },
    legend: {
      type: 'scroll',
      top: 0,
      left: 0,
      itemWidth: 10,
      itemHeight: 10,
      icon: 'roundRect',
      textStyle: { color: palette.muted },
      inactiveColor: palette.line,
      pageIconColor: palette.muted,
      pageTextStyle: { color: palette.muted },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontSize: 12 },
      axisPointer: { type: spec.kind === 'bars' || sideways ? 'shadow' : 'line', shadowStyle: { opacity: 0.06 } },
      valueFormatter: undefined,
      formatter: (items: unknown) => tooltip(items, series),
    },
    xAxis: sideways ? axes : category,
    yAxis: sideways ? category : axes,
    series: series.map((one) => drawn(one, spec, one === second || (second && one.line) ? 1 : 0, palette)),
  };
}

/** The rows that have anything to draw; two of the same name stay two. */
export function rowsOf(report: Report, spec: ChartSpec): number[] {
  const figures = spec.series.map((series) => values(report, series.key));
  return report.rows.map((_, row) => row).filter((row) => spec.kind !== 'sideways' || figures.some((all) => all[row] !== null));
}

function seriesOf(
  report: Report,
  spec: ChartSpec,
  names: readonly (Value | undefined)[],
  rows: readonly number[],
  palette: Palette,
): Series[] {
  const color = (n: number, named?: string): string =>
    palette.named[named ?? ''] ?? (palette.order[n % palette.order.length] as string);
  if (!spec.split) {
    return spec.series.map((one, n) => ({
      name: columnOf(report, one.key)?.label ?? one.key,
      unit: columnOf(report, one.key)?.unit ?? 'NUMBER',
      data: rows.map((row) => number(values(report, one.key)[row])),
      color: color(n, one.color),
      line: one.line ?? false,
    }));
  }
  const figure = spec.series[0]?.key ?? '';
  const ids = values(report, columnOf(report, `${spec.split}Id`) ? `${spec.split}Id` : spec.split);
  const titles = values(report, spec.split);
  const places = values(report, spec.x);
  const all = report.columns.findIndex((column) => column.key === figure);
  const figures = new Map(report.rows.map((row, n) => [`${ids[n]} ${places[n]}`, row[all]]));
  const used = new Map<string, number>();
  const apart = (title: string): string => {
    used.set(title, (used.get(title) ?? 0) + 1);
    return used.get(title) === 1 ? title : `${title} (${used.get(title)})`;
  };
  return [...new Set(ids)].map((id, n) => ({
    name: apart(String(titles[ids.indexOf(id)] ?? '')),
    unit: columnOf(report, figure)?.unit ?? 'NUMBER',
    data: names.map((name) => number(figures.get(`${id} ${name}`)) ?? 0),
    color: color(n),
    line: false,
  }));
}

function number(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function drawn(one: Series, spec: ChartSpec, axis: number, palette: Palette): Record<string, unknown> {
  const sideways = spec.kind === 'sideways';
  const base = { name: one.name, data: one.data, ...(sideways ? {} : { yAxisIndex: axis }), cursor: 'pointer' };
  if (!one.line && (spec.kind === 'bars' || sideways)) {
    const round = sideways ? [0, 3, 3, 0] : [3, 3, 0, 0];
    return {
      ...base,
      type: 'bar',
      barMaxWidth: sideways ? 16 : 26,
      barCategoryGap: '35%',
      ...(spec.stacked && { stack: 'all' }),
      itemStyle: {
        color: one.color,
        ...(spec.stacked ? { borderColor: palette.surface, borderWidth: 1 } : { borderRadius: round }),
      },
      emphasis: { focus: 'none' },
    };
  }
  return {
    ...base,
    type: 'line',
    ...(spec.stacked && !one.line && { stack: 'all' }),
    ...(spec.kind === 'area' && !one.line && { areaStyle: { opacity: spec.stacked ? 0.75 : 0.14 } }),
    symbol: 'circle',
    symbolSize: 6,
    showSymbol: one.data.filter((value) => value !== null).length < 45 && !(spec.kind === 'area' && spec.stacked),
    connectNulls: true,
    itemStyle: { color: one.color },
    lineStyle: { width: spec.kind === 'area' && spec.stacked ? 1 : 2 },
    emphasis: { focus: 'none' },
  };
}

function valueAxis(series: Series, palette: Palette, n: number): Record<string, unknown> {
  const share = series.unit === 'SHARE';
  return {
    type: 'value',
    ...(share && { min: 0, max: 1, interval: 0.25 }),
    minInterval: series.unit === 'COUNT' ? 1 : 0,
    splitNumber: 4,
    position: n === 0 ? undefined : 'right',
    splitLine: { show: n === 0, lineStyle: { color: palette.line } },
    axisLabel: { color: palette.muted, formatter: (value: number) => scale(value, series) },
  };
}

/** All of an axis in one unit: that of its end. */
function scale(value: number, series: Series): string {
  const most = Math.max(0, ...series.data.map((each) => each ?? 0));
  if (series.unit === 'HOURS') return inUnitOf(value * 3600, most * 3600);
  return series.unit === 'SECONDS' ? inUnitOf(value, most) : text(value, series.unit);
}

function label(value: Value, unit: Unit): string {
  if (unit === 'DAY' && typeof value === 'string') return day(value);
  return typeof value === 'number' ? text(value, unit) : String(value ?? '');
}

/** Names come from people: they are written as text, never as HTML. */
function tooltip(items: unknown, series: readonly Series[]): HTMLElement {
  const list = items as { seriesIndex: number; axisValueLabel: string; value: number | null; color: string }[];
  const box = document.createElement('div');
  const head = document.createElement('strong');
  head.textContent = list[0]?.axisValueLabel ?? '';
  box.append(head);
  for (const item of list.filter((one) => one.value !== null && (one.value !== 0 || list.length < 5))) {
    const one = series[item.seriesIndex];
    const line = document.createElement('div');
    line.style.cssText = 'display:flex;gap:8px;align-items:center;margin-top:4px';
    const dot = document.createElement('span');
    dot.style.cssText = `width:8px;height:8px;border-radius:2px;background:${item.color}`;
    const name = document.createElement('span');
    name.textContent = one?.name ?? '';
    name.style.flex = '1';
    const figure = document.createElement('b');
    figure.textContent = text(item.value, one?.unit ?? 'NUMBER');
    figure.style.cssText = 'margin-left:16px;font-variant-numeric:tabular-nums';
    line.append(dot, name, figure);
    box.append(line);
  }
  return box;
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** What this browser is called in the list of sessions: "Firefox on Linux". */
export function deviceName(userAgent: string): string {
  const named = (names: typeof browsers) => names.find(([mark]) => mark.test(userAgent))?.[1];
  return `${named(browsers) ?? "A browser"} on ${named(systems) ?? "another system"}`;
}

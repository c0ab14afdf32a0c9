import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { allOf, khop } from "../api/khop.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Asking } from "../office/asking.tsx";
import { Button } from "../parts/button.tsx";
import { dayIn, leftIn, periodIn, timeLeft, today } from "../time.ts";
import { daysOf, monthAfter, monthOf, weeksOf } from "./month.ts";
import { useNow } from "./use-now.ts";
import { words as all } from "./words.ts";

/** When reports are due, month by month: those of open periods, and those that will come. It opens at the month of a day. */
export function Calendar({
  province,
  day: first,
  nameOf,
  onOpen,
}: {
  readonly province: string;
  readonly day: string;
  readonly nameOf: (regime: string) => string;
  readonly onOpen: (regime: string, period: string) => void;
}) {
  const words = useWords(all);
  const { language } = useLanguage();
  const now = useNow();
  const [month, setMonth] = useState(() => monthOf(first));
  const days = daysOf(month);
  const due = useQuery({
    queryKey: ["deadlines", province, month],
    queryFn: () => {
      const between = { first: days[0] ?? "", last: days.at(-1) ?? "" };
      return allOf((query) =>
        khop.GET("/api/v1/provinces/{province}/deadlines", { params: { path: { province }, query: { ...query, ...between } } }),
      );
    },
  });
  const items = due.data ?? [];
  return (
    <section className="calendar" aria-label={words.calendar}>
      <header>
        <Button looks={["plain"]} aria-label={words.earlier} onClick={() => setMonth(monthAfter(month, -1))}>
          ‹
        </Button>
        <h2 aria-live="polite">{periodIn(`${month.slice(0, 4)}-M${month.slice(5)}`, language)}</h2>
        <Button looks={["plain"]} aria-label={words.later} onClick={() => setMonth(monthAfter(month, 1))}>
          ›
        </Button>
      </header>
      {due.data === undefined && <Asking query={due} />}
      {due.data !== undefined && items.length === 0 && <p className="quiet">{words.nothingDue}</p>}
      <table>
        <thead>
          <tr>
            {words.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.join()}>
              {week.map((day, i) => {
                const here = items.filter(({ dueOn }) => dueOn === day);
                const is = [day === today(now) && "today", here.length === 0 && "free"].filter(Boolean).join(" ");
                return (
                  <td key={day ?? `${i}`} className={is || undefined}>
                    {day !== null && (
                      <span className="day">
                        <span aria-hidden="true">{Number(day.slice(8))}</span>
                        <span className="unseen">{dayIn(day, language)}</span>
                      </span>
                    )}
                    {here.map(({ regime, period, isOpen, dueOn }) => (
                      <p key={`${regime} ${period}`} className={isOpen ? "open" : "will"}>
                        {isOpen ? (
                          <button type="button" onClick={() => onOpen(regime, period)}>
                            {nameOf(regime)}, {periodIn(period, language)}
                          </button>
                        ) : (
                          <span>
                            {nameOf(regime)}, {periodIn(period, language)}
                          </span>
                        )}
                        <small>{isOpen ? `${words.opened} · ${leftIn(timeLeft(dueOn, now), language)}` : words.notOpened}</small>
                      </p>
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

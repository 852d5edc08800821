// Package workday counts working days and legal time limits of Việt Nam (ngày làm việc,
// thời hạn). It stands alone: nothing else of this module is needed to use it.
//
//	cal := workday.Vietnam()
//	ok, err := cal.IsWorkday(rule.Day(2024, 5, 4)) // true: a Saturday worked for 29/4/2024
//	d, err := cal.Deadline(workday.Term{N: 7, Unit: workday.Days, From: rule.Day(2026, 8, 24)})
//	fmt.Println(d) // 03/9/2026 (7 ngày kể từ ngày 24/8/2026 lẽ ra là ngày 31/8/2026; chuyển vì …)
//
// # The calendar
//
// [Vietnam] is the calendar of the state agencies from 1/1/2021 to 31/12/2026. Saturday and
// Sunday are off (Decision 188/1999/QĐ-TTg). A row, with its source, says what is otherwise:
//
//	kind            Vietnamese          example      worked  said by
//	holiday         nghỉ lễ, tết        2/9/2026     no      Labour Code 112; the yearly notice; Resolution 28/2026/QH16
//	in-lieu         nghỉ bù             27/4/2026    no      Labour Code 111.3; the yearly notice
//	swapped-off     nghỉ do hoán đổi    31/8/2026    no      the yearly notice or a dispatch
//	swapped-worked  làm bù do hoán đổi  22/8/2026    yes     the same words: a [Swap] is a pair
//	undecided       chưa quyết định     23/11/2026   —       a proposal that nobody decided
//
// A day in lieu is given only for the days of Labour Code 112.1: not for 24/11.
//
// [Calendar.On] says what a day is and who says so. Swaps and the second day of National
// Day are fixed anew each year, so no rule computes them: they are data. Private employers
// may choose other days.
//
// What the calendar does not know is an error that names the day, a [DayError], never a
// guess: [ErrOutside] beyond the coverage, [ErrUndecided] where an answer depends on a day
// that is not decided. In November 2026 a swap of Monday 23/11 and Saturday 28/11 is
// proposed and not decided: a count across either day is refused until the host settles it,
// one way or the other.
//
//	cal, err := workday.Vietnam().WithSwap(workday.Swap{Off: d23, Worked: d28, Source: decision})
//	cal, err := workday.Vietnam().With(
//		workday.Day{On: d23, Kind: workday.Working, Source: refusal},
//		workday.Day{On: d28, Kind: workday.Off, Source: refusal})
//
// [Calendar.With] is also for a host's own days. For another year or another country, [New]
// makes a calendar from [Parts] and reports every fault at once. A calendar goes to JSON and
// back (format giupxa.calendar/1, calendar.schema.json), and [Calendar.Edition] names its
// exact content.
//
// # Counting
//
// The first day is never counted, whatever it is. With Fri 17/3/2023 and Mon 20/3/2023
// worked, and the weekend between them off:
//
//	call                       answer          because
//	Add(Fri 17/3, 1)           Mon 20/3        the first working day after
//	Add(Sat 18/3, 1)           Mon 20/3        a start on a day off adds nothing
//	Add(Mon 20/3, -1)          Fri 17/3        the last working day before
//	Add(Sat 18/3, 0)           Sat 18/3        nothing is counted
//	Next(d), Previous(d)       Add(d, ±1)
//	Between(Fri 17/3, Mon 20/3)   1            the days after 17/3, to 20/3
//	Between(Sat 18/3, Mon 20/3)   1            the same
//	Between(Mon 20/3, Fri 17/3)  -1            the days before 20/3, back to 17/3
//	Between(Mon 20/3, Sat 18/3)   0            19/3 and 18/3 are off
//	Workdays(18/3 to 20/3)     Mon 20/3        a span counts both ends
//
// For n other than 0, Between(d, Add(d, n)) is n. Both arguments lie in the coverage.
//
// # Time limits
//
// A [Term] is counted by the Civil Code 2015, a fixed day is not counted at all:
//
//	the text says               write                          the last timely day
//	3 ngày kể từ ngày D         Term{3, Days, D}               D+3; off: the next working day (147, 148.5)
//	3 ngày làm việc từ ngày D   Term{3, WorkingDays, D}        the third working day after D
//	2 tuần                      Term{2, Weeks, D}              the same day of the week (148.2), then as above
//	1 tháng                     Term{1, Months, D}             31/1 → 28/2: the last day of a shorter month (148.3)
//	1 năm                       Term{1, Years, D}              29/2/2024 → 28/2/2025 (148.4)
//	trước ngày 10/8/2021        Before(10/8/2021)              9/8/2021; never moves
//	chậm nhất ngày 10/8/2021    OnOrBefore(10/8/2021)          10/8/2021; never moves
//	cuối tháng 8/2021           OnOrBefore(31/8/2021)          the last day (146.2); giữa tháng is the 15th
//	nhắc trước 7 ngày           Term{-7, Days, deadline}       D-7; off: the working day before
//	trước 3 ngày làm việc       Term{-3, WorkingDays, D}       the third working day before D
//
// A day passes at 24:00 (148.6). For a year and six months count 18 months; for a month and
// 14 days count the days from the Computed day of the month. A count backward that rolls back
// is a convention of this package, for caution: no article says it.
//
// Where the day on which such a term ends is itself too late, [Deadline.DayBefore] is the
// deadline.
//
// A [Deadline] explains itself: Computed is where the term would have ended, Moved each day
// that moved it, why, and whose words that are; String and In say it on one line. In working
// days Computed counts every Monday to Friday, and Moved lists the days off among them and the
// weekend days worked.
//
// One point is a Reading. Civil Code 148.5 moves a term off "ngày nghỉ cuối tuần hoặc ngày
// nghỉ lễ"; a weekday that is off only by a swap is neither. By default the term moves past it,
// as offices do, and the deadline carries the Advice [SwapAtEnd]; [Parts.SwapEndsTerm] takes
// the other reading. A Saturday that is worked ends a term like any working day.
//
// # Reports
//
// [MonthlyReport], [QuarterlyReport], [HalfYearReport] and [YearlyReport] give the [Window] of
// Decree 09/2019/NĐ-CP: the days that the data cover (Article 12) and the last day for
// ministries and provinces to report to the Government (Article 13).
//
//	report        data                             due
//	month 8/2021  15/7/2021 to 14/8/2021           25/8/2021
//	quarter 1     15/12 of the year before to 14/3 25/3
//	first half    15/12 of the year before to 14/6 25/6
//	second half   15/6 to 14/12                    25/12
//	year          15/12 of the year before to 14/12 25/12
//
// A body that sets a due day of its own leaves at least one working day after the cut-off
// (Article 8.5): Between(window.Data.To, due) is 1 or more.
package workday

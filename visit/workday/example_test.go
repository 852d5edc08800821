package workday_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/workday"
)

func Example() {
	cal := workday.Vietnam()
	d, err := cal.Deadline(workday.Term{N: 7, Unit: workday.Days, From: rule.Day(2026, 8, 24)})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("last timely day:", d.End, "instead of", d.Computed)
	for _, s := range d.Moved {
		fmt.Printf("%s  %s — %s\n", s.Day, s.Why, s.Source)
	}
	// Output:
	// last timely day: 2026-09-03 instead of 2026-08-31
	// 2026-08-31  nghỉ do hoán đổi: làm bù ngày 22/8/2026 — Công văn số 9859/VPCP-KGVX ngày 13/10/2025 của Văn phòng Chính phủ
	// 2026-09-01  Quốc khánh — Thông báo số 9441/TB-BNV ngày 16/10/2025 của Bộ Nội vụ
	// 2026-09-02  Quốc khánh — Bộ luật số 45/2019/QH14 ngày 20/11/2019 của Quốc hội, Điều 112, khoản 1, điểm đ
}

func ExampleVietnam() {
	cal := workday.Vietnam()
	for _, day := range []string{"2023-01-02", "2024-05-04", "2026-11-24"} {
		on, _ := rule.ParseDate(day)
		works, err := cal.IsWorkday(on)
		fmt.Println(day, works, err)
	}
	fmt.Println(cal.Parts().Coverage)
	// Output:
	// 2023-01-02 false <nil>
	// 2024-05-04 true <nil>
	// 2026-11-24 false <nil>
	// từ 01/01/2021 đến 31/12/2026
}

func ExampleNew() {
	source := rule.Source{Kind: rule.Notice, Issuer: "Văn phòng UBND tỉnh"}
	cal, err := workday.New(workday.Parts{
		ID: "office-2027", Version: "2027-01-01", Coverage: rule.Year(2027), Weekend: source,
		Days: []workday.Day{{On: rule.Day(2027, 1, 1), Kind: workday.Holiday, Source: source, Confidence: rule.Read}},
		// The other day of a swap may lie in another year.
		Swaps: []workday.Swap{{Off: rule.Day(2027, 1, 4), Worked: rule.Day(2026, 12, 26), Source: source, Confidence: rule.Read}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cal.Next(rule.Day(2027, 1, 1)))
	_, err = workday.New(workday.Parts{ID: "broken", Version: "1", Coverage: rule.Year(2027),
		Swaps: []workday.Swap{{Off: rule.Day(2027, 1, 2), Worked: rule.Day(2027, 1, 9), Source: source}}})
	fmt.Println(err)
	// Output:
	// 2027-01-05 <nil>
	// weekend: workday.no-source: thiếu nguồn: văn bản nào quy định ngày này
	// swaps[0].off: workday.swap: hoán đổi là nghỉ một ngày từ thứ Hai đến thứ Sáu và làm bù vào thứ Bảy hoặc Chủ nhật; 02/01/2027 không phải ngày đó
}

func ExampleRules() {
	for _, r := range workday.Rules() {
		fmt.Println(r.Code, r.Origin)
	}
	// Output:
	// workday.coverage form
	// workday.no-day form
	// workday.row-outside form
	// workday.no-source form
	// workday.kind form
	// workday.twice form
	// workday.swap form
	// workday.swap-at-end reading
}

func ExampleCalendar_With() {
	// The proposed swap was refused: 23/11 is worked, 28/11 is an ordinary Saturday.
	refusal := rule.Source{Kind: rule.Dispatch, Issuer: "UBND tỉnh"}
	cal, err := workday.Vietnam().With(
		workday.Day{On: rule.Day(2026, 11, 23), Kind: workday.Working, Source: refusal},
		workday.Day{On: rule.Day(2026, 11, 28), Kind: workday.Off, Source: refusal},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cal.Add(rule.Day(2026, 11, 20), 2))
	fmt.Println(workday.Vietnam().Edition() == cal.Edition())
	// Output:
	// 2026-11-25 <nil>
	// false
}

func ExampleCalendar_WithSwap() {
	cal, err := workday.Vietnam().WithSwap(workday.Swap{
		Off: rule.Day(2026, 11, 23), Worked: rule.Day(2026, 11, 28),
		Source: rule.Source{Kind: rule.Notice, Issuer: "Bộ Nội vụ"}, Confidence: rule.Read,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cal.On(rule.Day(2026, 11, 28)))
	fmt.Println(cal.Add(rule.Day(2026, 11, 20), 4))
	// Output:
	// làm bù do hoán đổi: thay cho ngày 23/11/2026 <nil>
	// 2026-11-28 <nil>
}

func ExampleCalendar_On() {
	day, err := workday.Vietnam().On(rule.Day(2023, 9, 4))
	fmt.Println(day.Kind.In(rule.En), "|", day.In(rule.En), "|", day.Source.In(rule.En), "|", day.Confidence.In(rule.En), err)
	// Output:
	// day off in lieu | day off in lieu: National Day | Notice No. 5034/TB-LĐTBXH by Bộ Lao động - Thương binh và Xã hội | secondary source <nil>
}

func ExampleCalendar_IsWorkday() {
	fmt.Println(workday.Vietnam().IsWorkday(rule.Day(2026, 8, 22)))
	// Output: true <nil>
}

func ExampleCalendar_Add() {
	cal := workday.Vietnam()
	fmt.Println(cal.Add(rule.Day(2024, 4, 24), 5)) // 29, 30/4 and 1/5 are off, Saturday 4/5 is worked
	fmt.Println(cal.Add(rule.Day(2024, 5, 6), -1))
	// Output:
	// 2024-05-04 <nil>
	// 2024-05-04 <nil>
}

func ExampleCalendar_Between() {
	cal := workday.Vietnam()
	fmt.Println(cal.Between(rule.Day(2023, 3, 17), rule.Day(2023, 3, 20)))
	fmt.Println(cal.Between(rule.Day(2023, 3, 20), rule.Day(2023, 3, 17)))
	// Output:
	// 1 <nil>
	// -1 <nil>
}

func ExampleCalendar_Next() {
	fmt.Println(workday.Vietnam().Next(rule.Day(2024, 2, 7)))
	// Output: 2024-02-15 <nil>
}

func ExampleCalendar_Previous() {
	fmt.Println(workday.Vietnam().Previous(rule.Day(2026, 1, 12)))
	// Output: 2026-01-10 <nil>
}

func ExampleCalendar_Workdays() {
	days, err := workday.Vietnam().Workdays(rule.Span{From: rule.Day(2024, 4, 27), To: rule.Day(2024, 5, 5)})
	if err != nil {
		fmt.Println(err)
		return
	}
	for d := range days {
		fmt.Println(d)
	}
	// Output:
	// 2024-05-02
	// 2024-05-03
	// 2024-05-04
}

func ExampleCalendar_Deadline() {
	cal := workday.Vietnam()
	for _, term := range []workday.Term{
		{N: 3, Unit: workday.Days, From: rule.Day(2021, 8, 30)},
		{N: 3, Unit: workday.WorkingDays, From: rule.Day(2021, 8, 30)},
		{N: 1, Unit: workday.Months, From: rule.Day(2022, 1, 31)},
		{N: -3, Unit: workday.Days, From: rule.Day(2021, 9, 7)},
	} {
		d, err := cal.Deadline(term)
		fmt.Println(d.In(rule.En), err)
	}
	// Output:
	// 2021-09-06 (3 days from 2021-08-30 would be 2021-09-02; moved by 2021-09-02 National Day, 2021-09-03 National Day, 2021-09-04 Saturday, 2021-09-05 Sunday) <nil>
	// 2021-09-06 (3 working days from 2021-08-30 would be 2021-09-02; moved by 2021-09-02 National Day, 2021-09-03 National Day) <nil>
	// 2022-02-28 (1 month from 2022-01-31) <nil>
	// 2021-09-01 (3 days before 2021-09-07 would be 2021-09-04; moved by 2021-09-04 Saturday, 2021-09-03 National Day, 2021-09-02 National Day) <nil>
}

func ExampleBefore() {
	fmt.Println(workday.Before(rule.Day(2021, 8, 10)))
	fmt.Println(workday.Before(rule.Day(2024, 12, 15))) // 14/12/2024 is a Saturday: a fixed day does not move
	// Output:
	// 09/8/2021 (trước ngày 10/8/2021) <nil>
	// 14/12/2024 (trước ngày 15/12/2024) <nil>
}

func ExampleOnOrBefore() {
	d, err := workday.OnOrBefore(rule.Day(2021, 8, 10))
	fmt.Println(d.In(rule.En), err)
	// Output: 2021-08-10 (no later than 2021-08-10) <nil>
}

func ExampleDayError() {
	cal := workday.Vietnam()
	_, err := cal.Add(rule.Day(2026, 11, 20), 5)
	fmt.Println(errors.Is(err, workday.ErrUndecided), err)
	_, err = cal.Add(rule.Day(2026, 12, 28), 5)
	var of *workday.DayError
	fmt.Println(errors.Is(err, workday.ErrOutside), errors.As(err, &of), of.In(rule.Vi))
	// Output:
	// true workday: 2026-11-23 is not decided to be worked or off: proposed to be swapped with 2026-11-28 (Web page of 2026-09-06 by Chính phủ, phương án đề xuất)
	// true true ngày 01/01/2027 nằm ngoài lịch (từ 01/01/2021 đến 31/12/2026)
}

func ExampleParts_swapEndsTerm() {
	parts := workday.Vietnam().Parts()
	parts.SwapEndsTerm = true // the literal reading of Civil Code 148.5
	cal, err := workday.New(parts)
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := cal.Deadline(workday.Term{N: 7, Unit: workday.Days, From: rule.Day(2026, 8, 24)})
	fmt.Println(d.End, err)
	fmt.Println(d.Notes)
	// Output:
	// 2026-08-31 <nil>
	// end: workday.swap-at-end: ngày 31/8/2026 nghỉ do hoán đổi: thời hạn kết thúc ngay ngày đó; theo cách hiểu khác thì lùi tiếp qua ngày đó
}

func ExampleCalendar_MarshalJSON() {
	data, err := json.Marshal(workday.Vietnam())
	if err != nil {
		fmt.Println(err)
		return
	}
	var stored workday.Calendar
	err = json.Unmarshal(data, &stored)
	fmt.Println(stored.Edition() == workday.Vietnam().Edition(), err)
	err = json.Unmarshal([]byte(`{"id":"x","version":"1","coverage":{"from":"2027-1-1","to":"2027-12-31"},"weekend":{"kind":"decision","number":"1"},"holidays":[]}`), &stored)
	fmt.Println(err)
	// Output:
	// true <nil>
	// coverage.from: form.unreadable: không đọc được «2027-1-1»: ghi 2027-01-01 (năm-tháng-ngày)
	// holidays: form.unknown-key: không có mục «holidays» trong mẫu này
}

func ExampleMonthlyReport() {
	w, err := workday.MonthlyReport(2021, 8)
	fmt.Println(w, err)
	// A due day of the province's own leaves at least one working day after the cut-off.
	days, err := workday.Vietnam().Between(w.Data.To, rule.Day(2021, 8, 16))
	fmt.Println(days >= 1, err)
	// Output:
	// số liệu từ 15/7/2021 đến 14/8/2021, gửi chậm nhất ngày 25/8/2021 <nil>
	// true <nil>
}

func ExampleQuarterlyReport() {
	w, err := workday.QuarterlyReport(2022, 1)
	fmt.Println(w.In(rule.En), err)
	// Output: data from 2021-12-15 to 2022-03-14, due no later than 2022-03-25 <nil>
}

func ExampleHalfYearReport() {
	w, err := workday.HalfYearReport(2026, 2)
	fmt.Println(w.Data, w.Source, err)
	// Output: từ 15/6/2026 đến 14/12/2026 Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ, Điều 12, khoản 3 <nil>
}

func ExampleYearlyReport() {
	w, err := workday.YearlyReport(2026)
	fmt.Println(w.Due, w.DueSource, err)
	_, err = workday.YearlyReport(2018)
	fmt.Println(err)
	// Output:
	// 2026-12-25 Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ, Điều 13, khoản 1 <nil>
	// there is no such reporting period of 09/2019/NĐ-CP: in force since 2019-03-12, the period was due on 2018-12-25
}

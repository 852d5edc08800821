package main

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// slip is a typical mistake: what is changed in the good file, and all that is found, as
// file, place and code. Where the file is the one that was changed, it is left out.
type slip struct {
	what, old, new string
	found          string
}

func TestMistakes(t *testing.T) {
	t.Parallel()
	for file, slips := range map[string][]slip{
		provinceFile: {
			{"a day that does not exist", `2024-10-25`, `2024-02-30`, `day form.unreadable`},
			{"a day as it is written in Vietnam", `2024-10-25`, `25/10/2024`, `day form.unreadable`},
			{"a day after the text ended", `2024-10-25`, `2026-10-25`, `day province.day; day province.day; day province.day; day province.day`},
			{"a day before the text", `2024-10-25`, `2022-10-25`, `day province.day; day province.day; day province.day; day province.day`},
			{"a day of the two levels, matrix of three", `2024-10-25`, `2025-08-01`, `day province.day`},
			{"no day", `"day": "2024-10-25",`, ``, `day form.required`},
			{"a member misspelt", `"leaders":`, `"leader":`, `leader form.unknown-key; leaders form.required`},
			{"a body that the matrix does not have", `"nguoi-giup"`, `"lanh-dao"`, `leaders province.no-body`},
			{"one language of the name", `, "en": "The province of Thạch An, three levels of government"`, ``, `name province.words`},
			{"a name as a text alone", `{"vi": "Tỉnh Thạch An, chính quyền ba cấp", "en": "The province of Thạch An, three levels of government"}`, `"Thạch An"`, `name form.wrong-type`},
			{"a comma too many", `"leaders": "nguoi-giup"`, `"leaders": "nguoi-giup",`, `province.unread`},
		},
		basisFile: {
			{"a duty misspelt", `"visit.notify":`, `"visit.notifi":`, `provisions["visit.notifi"] duty.unknown-duty`},
			{"a duty of the text not declared", `"market.open":  `, `"market.opened":`, `provisions duty.incomplete; provisions["market.opened"] duty.unknown-duty`},
			{"a provision that names no place", `{"section": "III", "point": "b"}`, `{}`, `provisions["visit.content"] duty.incomplete`},
			{"a document that is a web page", `"kind": "plan"`, `"kind": "web-page"`, `source duty.no-document`},
			{"no document", `"source": {"kind": "plan", "number": "12/KH-UBND", "date": "2023-01-09", "issuer": "UBND tỉnh Thạch An"},`, ``, `source duty.incomplete`},
			{"the days reversed", `"binds": {"from": "2023-01-09", "to": "2025-12-31"}`, `"binds": {"from": "2025-12-31", "to": "2023-01-09"}`, `binds duty.span`},
			{"no day from which it binds", `"binds": {"from": "2023-01-09", "to": "2025-12-31"},`, ``, `binds duty.incomplete`},
			{"an own duty declared twice", `{"id": "support.report"`, `{"id": "market.open"`, `own[1].id duty.repeated-id; provisions["support.report"] duty.unknown-duty`},
			{"an own duty that the library has", `{"id": "market.open", "nature"`, `{"id": "visit.notify", "nature"`, `own[0].id duty.repeated-id; provisions["market.open"] duty.unknown-duty`},
			{"an own duty without its nature", `"nature": "on-event", `, ``, `own[0].nature duty.incomplete`},
			{"an own duty in one language", `{"vi": "mở chợ phiên nông sản", "en": "open a farmers' fair"}`, `{"vi": "mở chợ phiên nông sản"}`, `own[0].text duty.incomplete`},
			{"a duty twice", `"plan.build":  `, `"plan.review": `, `matrix.json: duties[5].id duty.unknown-duty; provisions["plan.review"] form.repeated-key`},
			{"a number in place of a text", `"version": "1"`, `"version": 1`, `version form.wrong-type`},
			{"a kind of document misspelt", `"kind": "plan"`, `"kind": "ke-hoach"`, `source.kind form.unreadable`},
			{"a year before the text", `"period": {"from": "2023-01-01", "to": "2025-12-31"}`, `"period": {"from": "2013-01-01", "to": "2015-12-31"}`, `mandate.json: firstYear plan.mandate-years`},
		},
		matrixFile: {
			{"a model misspelt", `"three-level"`, `"3-level"`, `government form.unreadable`},
			{"no model", `"government": "three-level",`, ``, `government form.required`},
			{"a bearer that is no body", `{"id": "plan.period",    "bearers": [{"body": "nguoi-giup"`, `{"id": "plan.period",    "bearers": [{"body": "lanh-dao"`, `duties[0].bearers[0] duty.unknown-body`},
			{"a duty that nobody bears", `{"id": "plan.review",    "bearers": [{"body": "nguoi-giup", "verb": "bears"}]}`, `{"id": "plan.review", "bearers": []}`, `duties[4].bearers duty.no-bearer`},
			{"a duty that the text does not lay down", `{"id": "plan.review", `, `{"id": "team.report", `, `duties[4].id duty.unknown-duty`},
			{"a duty twice", `{"id": "plan.annual", `, `{"id": "plan.period", `, `duties[1].id duty.repeated-id`},
			{"a duty left out", `    {"id": "plan.build",     "bearers": [{"body": "nguoi-giup", "verb": "bears"}]},` + "\n", ``, `basis.json: provisions["plan.build"] province.no-bearer`},
			{"a member of the group forgotten", `"members": ["so-noi-vu", "so-nong-nghiep"]`, `"members": ["so-noi-vu"]`, `duties[21].bearers[1] duty.joint-stranger; duties[22].bearers[1] duty.joint-stranger`},
			{"a group misspelt", `"id": "to-danh-gia"`, `"id": "to-danh-giá"`, `duties[21].group duty.unknown-group; duties[22].group duty.unknown-group`},
			{"a body twice", `{"id": "so-tai-chinh", `, `{"id": "so-noi-vu", `, `bodies[2].id duty.repeated-id`},
			{"a bearer whose verb is to receive", `{"body": "ubnd-huyen", "verb": "directs"}`, `{"body": "ubnd-huyen", "verb": "receives"}`, `duties[16].bearers[0] duty.bearer-verb`},
			{"a body that judges itself", `"verb": "bears-jointly"}], "towards": [{"body": "nguoi-giup"}]}`, `"verb": "bears-jointly"}], "towards": [{"body": "so-noi-vu"}]}`, `duties[21].bearers[0] duty.evaluates-itself`},
			{"a level that does not exist", `"level": "district"`, `"level": "huyện"`, `bodies[6].level form.unreadable`},
			{"a body that ends too early", `"class": true, "span": {"to": "2025-06-30"}`, `"class": true, "span": {"to": "2024-06-30"}`, `addressees[4] duty.abolished-body; bodies[6].span duty.abolished-body; reports.json: above[0] province.body-absent; reports.json: rows[0].to[0] province.body-absent; roster.json: districtHelpers[0].body province.body-absent`},
			{"the text once more", `"government": "three-level",`, `"government": "three-level", "basis": {"id": "x"},`, `basis province.own-basis`},
			{"three levels beyond 30/6/2025", `"span": {"from": "2023-01-09", "to": "2025-06-30"}`, `"span": {"from": "2023-01-09", "to": "2025-12-31"}`, `addressees[4] duty.abolished-body; bodies[6].span duty.abolished-body`},
			{"the days reversed", `"span": {"from": "2023-01-09", "to": "2025-06-30"}`, `"span": {"from": "2025-06-30", "to": "2023-01-09"}`, `span duty.span`},
		},
		gazetteerFile: {
			{"a code twice", `{"code": "98007"`, `{"code": "98004"`, `units[5].code org.overlap`},
			{"a code as a number", `{"code": "98007"`, `{"code": 98007`, `units[5].code form.wrong-type`},
			{"a parent that does not exist", `"name": "An Phú",    "kind": "commune",  "parent": "980"`, `"name": "An Phú",    "kind": "commune",  "parent": "982"`, `units[5].parent org.parent`},
			{"a commune under a commune", `"name": "An Phú",    "kind": "commune",  "parent": "980"`, `"name": "An Phú",    "kind": "commune",  "parent": "98004"`, `units[5].parent org.parent-level`},
			{"a kind in Vietnamese", `"name": "An Phú",    "kind": "commune"`, `"name": "An Phú",    "kind": "xã"`, `units[5].kind form.unreadable`},
			{"no name", `"name": "An Phú",  `, ``, `units[5].name form.required`},
			{"the days reversed", `"name": "An Phú",    "kind": "commune",  "parent": "980"`, `"name": "An Phú",    "kind": "commune",  "parent": "980", "span": {"from": "2024-01-01", "to": "2023-01-01"}`, `units[5].parent org.parent; units[5].span org.span`},
			{"a parent that ends first", `"kind": "district", "parent": "98"}`, `"kind": "district", "parent": "98", "span": {"to": "2024-12-31"}}`, `units[3].parent org.parent; units[4].parent org.parent; units[5].parent org.parent`},
			{"a succession of a unit that is not there", `"successions": []`, `"successions": [{"from": "98009", "to": "98007", "on": "2024-01-01", "confidence": "read"}]`, `successions[0].from org.no-unit`},
			{"a succession of a unit that still exists", `"successions": []`, `"successions": [{"from": "98004", "to": "98007", "on": "2024-01-01", "confidence": "read"}]`, `successions[0].from org.still-exists`},
			{"a succession without its day", `"successions": []`, `"successions": [{"from": "98004", "to": "98007", "confidence": "read"}]`, `successions[0].on org.span`},
			{"a commune of the roster left out", `    {"code": "98101", "name": "Suối Xanh", "kind": "commune",  "parent": "981"},` + "\n", ``, `evaluations.json: communeWeights["98101"] province.no-unit; roster.json: assignments[2].commune province.no-unit`},
			{"a commune that ended", `"name": "Suối Xanh", "kind": "commune",  "parent": "981"`, `"name": "Suối Xanh", "kind": "commune",  "parent": "981", "span": {"to": "2024-08-31"}`, `evaluations.json: communeWeights["98101"] province.no-unit; roster.json: assignments[2].span province.unit-ended`},
			{"a name of spaces", `"An Phú"`, `"  "`, `units[5].name org.incomplete`},
		},
		rosterFile: {
			{"a commune that the gazetteer does not have", `"leader": "tai-chinh-1", "commune": "98004"`, `"leader": "tai-chinh-1", "commune": "98040"`, `assignments[0].commune province.no-unit`},
			{"a leader that is not listed", `"leader": "van-hoa-1",   "commune": "98101"`, `"leader": "van-hoa-2",   "commune": "98101"`, `assignments[2].leader assignment.unknown-leader`},
			{"a body that the matrix does not have", `"body": "so-van-hoa",   "personnel"`, `"body": "so-vhtt",   "personnel"`, `leaders[1].body province.no-body`},
			{"an id twice", `{"id": "vh-an-phu", `, `{"id": "tc-an-phu", `, `assignments[3].id assignment.repeated-id`},
			{"an assignment without its first day", `"commune": "98101", "span": {"from": "2023-02-01"}`, `"commune": "98101"`, `assignments[2].span.from assignment.span`},
			{"the days reversed", `{"from": "2023-02-01", "to": "2024-03-31"}`, `{"from": "2024-03-31", "to": "2023-02-01"}`, `assignments[1].span assignment.span`},
			{"a reason of an end, and no end", `{"from": "2023-02-01", "to": "2024-03-31"}`, `{"from": "2023-02-01"}`, `assignments[1].end assignment.end-without-day`},
			{"a ward in place of a commune", `"leader": "van-hoa-1",   "commune": "98101"`, `"leader": "van-hoa-1",   "commune": "98001"`, `assignments[2].commune assignment.target-kind`},
			{"two leaders' days that overlap", `{"id": "vh-an-phu",    "leader": "van-hoa-1",   "commune": "98007", "span": {"from": "2024-04-01"}}`, `{"id": "vh-an-phu",    "leader": "van-hoa-1",   "commune": "98101", "span": {"from": "2024-04-01"}}`, `assignments[3].span assignment.overlap`},
			{"an owner by the national set", `{"set": "30/QĐ-UBND", "criterion": "2", `, `{"set": "318/QĐ-TTg/I", "criterion": "2", `, `criterionOwners[0].set province.no-set`},
			{"a criterion that the set does not have", `"criterion": "10"`, `"criterion": "20"`, `criterionOwners[1].criterion province.no-criterion`},
			{"a hand-over of no assignment", `"handovers": [{"assignment": "tc-an-phu"`, `"handovers": [{"assignment": "tc-an-phú"`, `handovers[0].assignment assignment.unknown-assignment`},
			{"a leader told who is not listed", `{"tai-chinh-1": "2023-03-06"}`, `{"tai-chinh": "2023-03-06"}`, `districtHelpers[0].told.tai-chinh assignment.unknown-leader`},
			{"a leader of a body that evaluates", `"body": "so-tai-chinh", "personnel"`, `"body": "so-noi-vu", "personnel"`, `assignments[0].leader assignment.evaluator-assigned`},
			{"a reason misspelt", `"end": "moved"`, `"end": "move"`, `assignments[1].end form.unreadable`},
			{"no hand-over, which the policy asks for", `"handovers": [{"assignment": "tc-an-phu", "on": "2024-04-02"}]`, `"handovers": []`, `assignments[1] assignment.no-handover`},
		},
		assignmentsFile: {
			{"a demand misspelt", `"onlyCommunes"`, `"onlyCommune"`, `onlyCommune form.unknown-key`},
			{"a word in place of true", `"handover": true`, `"handover": "có"`, `handover form.wrong-type`},
			{"a number in place of true", `"handover": true`, `"handover": 1`, `handover form.wrong-type`},
			{"a choice misspelt", `"flag"`, `"follow"`, `onTargetMerged form.unreadable`},
			{"a demand twice", `"refuseConflict": true`, `"refuseConflict": true, "onlyCommunes": false`, `onlyCommunes form.repeated-key`},
			{"a format of another record", `"giupxa.assignment-policy/1"`, `"giupxa.visit-policy/1"`, `format form.unknown-format`},
			{"a format of a later version", `"giupxa.assignment-policy/1"`, `"giupxa.assignment-policy/2"`, `format form.unknown-format`},
			{"the text once more", `"handover": true`, `"handover": true, "basis": null`, `basis province.own-basis`},
			{"a list in place of a record", `{`, `[{`, `province.unread`},
			{"a comma too many", `"refuseConflict": true`, `"refuseConflict": true,`, `province.unread`},
			{"each commune is to have a leader, and one has none", `"handover": true`, `"coverAll": true`, `roster.json: assignments assignment.uncovered`},
		},
		mandateFile: {
			{"a receiver that the matrix does not have", `["van-phong"]`, `["vp-dieu-phoi"]`, `sendTo[0] province.no-body`},
			{"a receiver to whom the text sends nothing", `["van-phong"]`, `["so-noi-vu"]`, `sendTo[0] province.receiver`},
			{"no receiver", `"sendTo": ["van-phong"],`, ``, `sendTo plan.no-receiver`},
			{"a receiver twice", `["van-phong"]`, `["van-phong", "van-phong"]`, `sendTo[1] plan.repeated-receiver`},
			{"the years reversed", `"firstYear": 2023, "lastYear": 2025`, `"firstYear": 2025, "lastYear": 2023`, `deadlines[0].year plan.deadline-year; deadlines[1].year plan.deadline-year; deadlines[2].year plan.deadline-year; lastYear plan.mandate-years`},
			{"years before the text", `"firstYear": 2023`, `"firstYear": 2021`, `firstYear plan.mandate-years`},
			{"a deadline of a year outside the period", `{"year": 2025, "before": "2025-02-01"}`, `{"year": 2026, "before": "2026-02-01"}`, `deadlines[2].year plan.deadline-year`},
			{"a deadline of another year's day", `{"year": 2025, "before": "2025-02-01"}`, `{"year": 2025, "before": "2052-02-01"}`, `deadlines[2].before plan.deadline-day`},
			{"two deadlines of a year", `{"year": 2025, "before": "2025-02-01"}`, `{"year": 2024, "before": "2024-03-01"}`, `deadlines[2].year plan.several-deadlines`},
			{"a day of February that no year has", `"2025-02-01"`, `"2025-02-29"`, `deadlines[2].before form.unreadable`},
			{"a program misspelt", `"poverty-reduction"`, `"giam-ngheo"`, `programs[1] form.unreadable`},
			{"the program of the criteria left out", `["new-rural", "poverty-reduction"]`, `["poverty-reduction"]`, `programs province.program`},
			{"visits as a text", `"minVisitsPerQuarter": 2`, `"minVisitsPerQuarter": "hai"`, `minVisitsPerQuarter form.wrong-type`},
			{"visits below zero", `"minVisitsPerQuarter": 2`, `"minVisitsPerQuarter": -2`, `minVisitsPerQuarter form.too-small`},
			{"no id", `"id": "thach-an-2023", `, ``, `id form.required`},
		},
		visitsFile: {
			{"a lead time misspelt", `"leadTime"`, `"leadtime"`, `leadtime form.unknown-key`},
			{"a lead time as a number", `{"n": 3, "strict": true, "dayOff": "next-working-day", "urgentExempt": true}`, `3`, `leadTime form.wrong-type`},
			{"a lead time without its days", `"n": 3, `, ``, `leadTime.n visit.policy`},
			{"a lead time below zero", `"n": 3`, `"n": -3`, `leadTime.n form.too-small`},
			{"half a day", `"n": 3`, `"n": 2.5`, `leadTime.n form.wrong-type`},
			{"a lead time of more than a year", `"n": 3`, `"n": 3000`, `leadTime.n form.too-large`},
			{"a choice misspelt", `"next-working-day"`, `"next-day"`, `leadTime.dayOff form.unreadable`},
			{"a choice in Vietnamese", `"refuse"`, `"không"`, `generic form.unreadable`},
			{"an empty phrase", `"nắm tình hình"`, `""`, `phrases[1] form.required`},
			{"phrases as one text", `["làm việc với xã", "nắm tình hình"]`, `"làm việc với xã"`, `phrases form.wrong-type`},
			{"a calendar of its own", `"acknowledged": true`, `"calendar": {}`, `calendar.coverage.from workday.coverage; calendar.id form.required; calendar.version form.required; calendar.weekend workday.no-source`},
			{"a demand twice", `"acknowledged": true`, `"sameContent": false`, `sameContent form.repeated-key`},
			{"another text", `"acknowledged": true`, `"basis": {"id": "lao-cai-2021"}`, `basis province.own-basis`},
		},
		meetingsFile: {
			{"a demand misspelt", `"bothRecorded"`, `"bothRecord"`, `bothRecord form.unknown-key`},
			{"a lead time without its days", `"n": 2, `, ``, `leadTime.n meeting.policy`},
			{"a lead time below zero", `"n": 2`, `"n": -2`, `leadTime.n form.too-small`},
			{"a choice misspelt", `"next-working-day"`, `"nextWorkingDay"`, `leadTime.dayOff form.unreadable`},
			{"a kind as a number", `"party-cell"`, `3`, `kinds[1] form.wrong-type`},
			{"an empty kind", `"cho-phien"`, `""`, `kinds[2] form.required`},
			{"kinds as one text", `["village", "party-cell", "cho-phien"]`, `"village"`, `kinds form.wrong-type`},
			{"a word in place of true", `"teamForLeader": true`, `"teamForLeader": "yes"`, `teamForLeader form.wrong-type`},
			{"a format of another record", `giupxa.meeting-policy/1`, `giupxa.meeting/1`, `format form.unknown-format`},
			{"a calendar of its own", `"bothRecorded": true`, `"calendar": {}`, `calendar.coverage.from workday.coverage; calendar.id form.required; calendar.version form.required; calendar.weekend workday.no-source`},
			{"a lead time of more than a year", `"n": 2`, `"n": 400`, `leadTime.n form.too-large`},
		},
		difficultiesFile: {
			{"a body that the matrix does not have", `"body": "so-tai-chinh"`, `"body": "so-tc"`, `competence.powers[0].body province.no-body`},
			{"no body", `"body": "so-tai-chinh", `, ``, `competence.powers[0].body form.required`},
			{"a size below zero", `"500"`, `"-500"`, `competence.powers[0].upTo difficulty.power-size`},
			{"a size that is a word", `"500"`, `"năm trăm"`, `competence.powers[0].upTo form.unreadable`},
			{"a size with a comma", `"500"`, `"500,5"`, `competence.powers[0].upTo form.unreadable`},
			{"the days reversed", `{"from": "2023-01-09"}`, `{"from": "2023-01-09", "to": "2022-01-09"}`, `competence.powers[1].span difficulty.power-span`},
			{"a criterion that the set does not have", `"field": "culture", `, `"criterion": "23", `, `competence.powers[1].criterion province.no-criterion`},
			{"another set", `"field": "culture", `, `"set": "318/QĐ-TTg/I", "criterion": "2", `, `competence.powers[1].set province.no-set`},
			{"a limit below zero", `"answerDue": 15`, `"answerDue": -15`, `answerDue form.too-small`},
			{"a limit as a text", `"answerDue": 15`, `"answerDue": "15 ngày"`, `answerDue form.wrong-type`},
			{"the powers beside the competence", `"answerDue": 15`, `"powers": []`, `powers form.unknown-key`},
			{"the text once more", `"closedList": true`, `"basis": {}`, `competence.basis province.own-basis`},
			{"a power misspelt", `"closedList"`, `"closedlist"`, `competence.closedlist form.unknown-key`},
		},
		reportsFile: {
			{"a receiver that the matrix does not have", `"to": ["van-phong"],  "duty"`, `"to": ["vp"],  "duty"`, `rows[1].to[0] province.no-body`},
			{"no receiver", `"to": ["van-phong"],  "duty"`, `"to": [],  "duty"`, `rows[1].to form.too-small`},
			{"a duty that the text does not lay down", `"support.report"`, `"support.reports"`, `rows[1].duty report.no-duty`},
			{"a report of which nobody says the duty", `"duty": "support.report", `, ``, `rows[1].duty report.no-duty`},
			{"a report twice", `{"kind": "proposals", "cadence": "half-yearly"`, `{"kind": "results", "cadence": "quarterly"`, `rows[2] report.row-twice`},
			{"a cadence misspelt", `"half-yearly"`, `"six-monthly"`, `rows[2].cadence form.unreadable`},
			{"a kind misspelt", `"kind": "results"`, `"kind": "result"`, `rows[0].kind form.unreadable`},
			{"a day that no month has", `"lastDay": 20`, `"lastDay": 32`, `rows[0].lastDay form.too-large`},
			{"months without a last day", `"lastDay": 28, `, ``, `rows[1].lastDay report.row-day`},
			{"a joint body that the matrix does not have", `["so-nong-nghiep"]`, `["so-nn"]`, `joint[0] province.no-body`},
			{"a joint body without the duty", `["so-nong-nghiep"]`, `["so-noi-vu"]`, `joint[0] province.receiver`},
			{"proposals to whom the text sends none", `"proposalsTo": ["van-phong"]`, `"proposalsTo": ["so-noi-vu"]`, `proposalsTo[0] province.receiver`},
			{"a level above that does not exist", `"above": ["ubnd-huyen"]`, `"above": ["huyen-uy"]`, `above[0] province.no-body`},
			{"a window misspelt", `"decree": true`, `"decree09": true`, `rows[2].decree09 form.unknown-key`},
		},
		overlayFile: {
			{"a base that the library does not have", `"318/QĐ-TTg/I"`, `"318/QĐ-TTg"`, `base province.no-base`},
			{"a number looser than the national one", `{"code": "10", `, `{"code": "6.3", "require": {"atLeast": "90"}}, {"code": "10", `, `own[3].require criteria.looser-than-national`},
			{"a number where the national row is a pass", `{"code": "10", `, `{"code": "8.1", "require": {"atLeast": "2"}}, {"code": "10", `, `own[3].require criteria.overlay`},
			{"a row twice", `{"code": "2.3", `, `{"code": "2.1", `, `own[2].code criteria.overlay`},
			{"a zone not listed", `"vùng thấp": "85"`, `"vùng giữa": "85"`, `own[1].require.byZone[1].in[0] criteria.overlay`},
			{"a year outside the set", `{"in": ["2025"]`, `{"in": ["2026"]`, `own[3].require.byYear[2].in[0] criteria.overlay`},
			{"a number with a comma", `"60"`, `"60,5"`, `own[2].require.atLeast criteria.table`},
			{"a number that is a word", `"60"`, `"sáu mươi"`, `own[2].require.atLeast criteria.table`},
			{"an operator misspelt", `{"code": "2.3", "require": {"atLeast"`, `{"code": "2.3", "require": {"atleast"`, `own[2].require.atleast criteria.table`},
			{"a new row without a name", `"name": {"vi": "Có chợ phiên nông sản họp ít nhất một lần mỗi tháng", "en": "A farmers' fair at least once a month"}, `, ``, `own[4].name criteria.table`},
			{"a new row of a criterion that does not exist", `"13.9"`, `"23.9"`, `own[4].code criteria.overlay`},
			{"no decision", `"source": {"kind": "decision", "number": "30/QĐ-UBND", "date": "2023-01-20", "issuer": "UBND tỉnh Thạch An"},`, ``, `source criteria.overlay`},
			{"nothing said of how well it is known", `, "confidence": "read"`, ``, `own[0].require criteria.table; own[1].require.byZone[0].then criteria.table; own[1].require.byZone[1].then criteria.table; own[2].require criteria.table; own[3].require.byYear[0].then criteria.table; own[3].require.byYear[1].then criteria.table; own[3].require.byYear[2].then criteria.table; own[4].require criteria.table`},
			{"days before the base", `"span": {"from": "2023-01-20"}`, `"span": {"from": "2020-01-20"}`, `span criteria.overlay`},
			{"years that the plans outlive", `"years": {"from": 2023, "to": 2025}`, `"years": {"from": 2023, "to": 2024}`, `own[3].require.byYear[2].in[0] criteria.overlay`},
			{"a share beyond 100 %", `{"code": "2.1", "require": {"atLeast": "100"}}`, `{"code": "2.1", "require": {"atLeast": "1000"}}`, `own[0].require criteria.table`},
			{"a region misspelt", `{"atLeast": "60"}`, `{"byRegion": {"atLeast": {"TDMN": "60"}}}`, `own[2].require.byRegion[0].in[0] criteria.table`},
		},
		schemeFile: {
			{"lines that do not add up", `"max": "30"`, `"max": "35"`, `lines[0].lines evaluation.sum`},
			{"a line twice", `{"code": "I.2"`, `{"code": "I.1"`, `lines[0].lines[1].code evaluation.repeated-line`},
			{"a measure misspelt", `"visits-held"`, `"visits-made"`, `lines[1].measure form.unreadable`},
			{"a measure of a duty that the text does not lay down", `"visits-held"`, `"guidance"`, `lines[1].measure province.no-duty`},
			{"bands with a gap", `"from": "70", "to": "90"`, `"from": "70", "to": "89"`, `bands evaluation.bands`},
			{"bands that overlap", `"from": "50", "to": "70"`, `"from": "50", "to": "75"`, `bands evaluation.bands`},
			{"a band twice", `{"rating": "good", `, `{"rating": "excellent", `, `bands evaluation.table; bands[1].code evaluation.table`},
			{"a bonus that the scheme does not know", `"bonus": "capped",`, ``, `lines[4].side evaluation.table`},
			{"a condition of a band that does not exist", `"of": "completed"`, `"of": "passed"`, `conditions[0].of evaluation.table`},
			{"one language of a name", `{"vi": "Đi cơ sở", "en": "Visits"}`, `{"vi": "Đi cơ sở"}`, `lines[1].name evaluation.table`},
			{"points below zero", `"max": "25"`, `"max": "-25"`, `lines[1].max evaluation.table`},
			{"no decision", `"source": {"kind": "decision", "number": "61/QĐ-UBND", "date": "2023-02-28", "issuer": "UBND tỉnh Thạch An"},`, ``, `source evaluation.table`},
			{"a scheme of other years", `"span": {"from": "2023-02-28", "to": "2025-12-31"}`, `"span": {"from": "2021-02-28", "to": "2022-12-31"}`, `province.json: day province.day`},
			{"no maximum of the scale", `"max": "100", `, ``, `bands evaluation.bands; max evaluation.table`},
			{"levels that pay more than the line", `{"from": "100", "points": "20"}`, `{"from": "100", "points": "25"}`, `lines[3].marks.levels evaluation.levels`},
		},
		evaluationsFile: {
			{"a weight of a commune that does not exist", `"98101": "1"`, `"98110": "1"`, `communeWeights["98110"] province.no-unit`},
			{"a weight below zero", `"98101": "1"`, `"98101": "-1"`, `communeWeights["98101"] evaluation.policy`},
			{"a weight that is a word", `"98101": "1"`, `"98101": "một"`, `communeWeights["98101"] form.unreadable`},
			{"weights that nothing uses", `"weighted"`, `"mean"`, `combining evaluation.policy`},
			{"weighted, without weights", `"communeWeights": {"98004": "2", "98007": "1", "98101": "1"},`, ``, `communeWeights evaluation.policy`},
			{"weights that are all zero", `{"98004": "2", "98007": "1", "98101": "1"}`, `{"98004": "0"}`, `communeWeights evaluation.policy`},
			{"a way of combining misspelt", `"weighted"`, `"average"`, `combining form.unreadable`},
			{"more days than a year has", `"minDays": 90`, `"minDays": 900`, `minDays form.too-large`},
			{"a choice misspelt", `"each"`, `"all"`, `sharing form.unreadable`},
			{"an evaluator that the matrix does not have", `"sharing": "each"`, `"evaluators": ["so-nv"]`, `evaluators[0] province.no-body`},
			{"an evaluator twice", `"sharing": "each"`, `"evaluators": ["so-noi-vu", "so-noi-vu"]`, `evaluators[1] evaluation.policy`},
			{"a demand misspelt", `"jointSignature"`, `"jointSignatures"`, `jointSignatures form.unknown-key`},
			{"a word in place of true", `"evidenceDemanded": true`, `"evidenceDemanded": "true"`, `evidenceDemanded form.wrong-type`},
			{"an empty evaluator", `"sharing": "each"`, `"evaluators": [""]`, `evaluators[0] evaluation.policy`},
		},
		ratingsFile: {
			{"bands with a gap", `"from": "70", "to": "90"`, `"from": "70", "to": "89"`, `own.bands[1] rating.regime`},
			{"bands that overlap", `"from": "50", "to": "70"`, `"from": "50", "to": "72"`, `own.bands[2] rating.regime`},
			{"a band without an end", `"from": "70", "to": "90"`, `"from": "70"`, `own.bands[1] rating.regime`},
			{"levels in the wrong order", `{"rating": "good",   `, `{"rating": "completed",   `, `own.bands[2].rating rating.regime`},
			{"a level misspelt", `"for": "excellent"`, `"for": "xuất sắc"`, `own.conditions[0].for form.unreadable`},
			{"a measure that is not listed", `"targets-done"`, `"targets"`, `own.conditions[0].measure rating.regime`},
			{"a fact that is not listed", `"fact": "disciplined"`, `"fact": "punished"`, `own.bars[0].fact rating.regime`},
			{"a condition without its percentage", `, "percent": "100"`, ``, `own.conditions[0].percent rating.regime`},
			{"a fact without yes or no", `, "is": "yes"`, ``, `own.bars[0].is rating.regime`},
			{"no source of the regime", `"source": {"kind": "decision", "number": "62/QĐ-UBND", "date": "2023-02-28", "issuer": "UBND tỉnh Thạch An"},`, ``, `own.source rating.regime`},
			{"one language of the name", `, "en": "Rating of the leaders who help communes, Thạch An"`, ``, `own.name rating.regime`},
			{"a month that does not exist", `"month": 12, "day": 10`, `"month": 13, "day": 10`, `own.before.month form.too-large`},
			{"a day that the month does not have", `"month": 12, "day": 10`, `"month": 11, "day": 31`, `own.before rating.regime`},
			{"a day without its month", `"month": 12, "day": 10`, `"day": 10`, `own.before rating.regime`},
			{"a percentage beyond 100", `"percent": "100"`, `"percent": "1000"`, `own.conditions[0].percent rating.regime`},
		},
		ranksFile: {
			{"a ratio beyond 100 %", `"ratio": "20"`, `"ratio": "120"`, `quota.ratio rank.policy`},
			{"a ratio with its sign", `"ratio": "20"`, `"ratio": "20%"`, `quota.ratio form.unreadable`},
			{"a ratio below zero", `"ratio": "20"`, `"ratio": "-20"`, `quota.ratio rank.policy`},
			{"the higher ratio is lower", `"outstanding": "25"`, `"outstanding": "15"`, `quota.outstanding rank.policy`},
			{"a cap on few people without their number", `"small": 5, `, ``, `quota.smallMost rank.policy`},
			{"a cap of more than there are", `"smallMost": 1`, `"smallMost": 9`, `quota.smallMost rank.policy`},
			{"a base misspelt", `"good-or-better"`, `"good-and-better"`, `quota.of form.unreadable`},
			{"a rounding misspelt", `"floor"`, `"down"`, `quota.rounding form.unreadable`},
			{"a tie-breaker twice", `["so-chuyen-di"]`, `["so-chuyen-di", "so-chuyen-di"]`, `breakers[1] rank.policy`},
			{"an empty tie-breaker", `["so-chuyen-di"]`, `[""]`, `breakers[0] form.required`},
			{"places misspelt", `"competition"`, `"standard"`, `ties form.unreadable`},
			{"a quota misspelt", `"quota"`, `"quotas"`, `quotas form.unknown-key`},
		},
		daysOffFile: {
			{"a day that does not exist", `"2024-10-21"`, `"2024-10-32"`, `own[0].on form.unreadable`},
			{"a day as it is written in Vietnam", `"2024-10-21"`, `"21/10/2024"`, `own[0].on form.unreadable`},
			{"a day twice", `"confidence": "read"}`, `"confidence": "read"}, {"on": "2024-10-21", "kind": "working", "source": {"kind": "notice", "number": "8/TB-UBND"}}`, `own[1].on workday.twice`},
			{"a day outside the calendar", `"2024-10-21"`, `"2034-10-21"`, `own[0].on workday.row-outside`},
			{"a kind misspelt", `"kind": "off"`, `"kind": "nghỉ"`, `own[0].kind form.unreadable`},
			{"a kind that no host sets", `"kind": "off"`, `"kind": "weekend"`, `own[0].kind workday.kind`},
			{"no kind", `"kind": "off", `, ``, `own[0].kind workday.kind`},
			{"no source", `"source": {"kind": "notice", "number": "7/TB-UBND", "date": "2024-09-30", "issuer": "UBND tỉnh Thạch An"}, `, ``, `own[0].source workday.no-source`},
			{"no day", `"on": "2024-10-21", `, ``, `own[0].on workday.no-day`},
			{"one language of the name", `, "en": "Festival of Thạch An"`, ``, `own[0].name province.words`},
			{"a member misspelt", `"own"`, `"days"`, `days form.unknown-key`},
			{"a day in place of a list", `[`, ``, `province.unread`},
		},
	} {
		good, err := fs.ReadFile(sub(before), file)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, len(slips), 10, file)
		for _, s := range slips {
			t.Run(file+"/"+s.what, func(t *testing.T) {
				t.Parallel()
				require.Contains(t, string(good), s.old)
				assert.Equal(t, s.found, brokenIn(t, before, file, bytes.Replace(good, []byte(s.old), []byte(s.new), 1)))
			})
		}
	}
}

// A file that is missing, or is no JSON, is told once, and nothing that would follow from it.
func TestOneFileUnread(t *testing.T) {
	t.Parallel()
	for _, f := range files {
		assert.Equal(t, "province.unread", brokenIn(t, before, f.name, []byte("{")), f.name)
		assert.Equal(t, "province.file-missing", brokenIn(t, before, f.name, nil), f.name)
	}
}

// What the end of the district level makes wrong: what was right in 2024 is found in 2026.
func TestMistakesOfTwoLevels(t *testing.T) {
	t.Parallel()
	for _, s := range []struct{ file, what, old, new, found string }{
		{matrixFile, "a district that bears a duty", `"kind": "peoples-committee", "level": "commune"`, `"kind": "peoples-committee", "level": "district"`, `addressees[4] duty.abolished-level; bodies duty.level-missing; bodies[7].level duty.abolished-level`},
		{matrixFile, "a body that ended", `"members": ["so-noi-vu", "so-nnmt"]`, `"members": ["so-noi-vu", "so-nong-nghiep"]`, `duties[17].bearers duty.joint-bearer-missing; duties[17].bearers[1] duty.joint-stranger; duties[18].bearers duty.joint-bearer-missing; duties[18].bearers[1] duty.joint-stranger`},
		{gazetteerFile, "a district that goes on", `"name": "Đá Trắng",  "kind": "district", "parent": "98",  "span": {"to": "2025-06-30"}`, `"name": "Đá Trắng",  "kind": "district", "parent": "98"`, `units[1].span province.level`},
		{gazetteerFile, "a code that both the old and the new commune bear", `"kind": "commune",  "parent": "98",  "span": {"from": "2025-07-01"}},`, `"kind": "commune",  "parent": "98",  "span": {"from": "2025-06-01"}},`, `successions[0].from org.still-exists; units[8].code org.overlap`},
		{rosterFile, "an assignment to a commune that was merged", `{"from": "2023-02-01", "to": "2025-06-30"}, "end": "unit-merged"},`, `{"from": "2023-02-01"}},`, `assignments[0].span province.unit-ended`},
		{rosterFile, "a new assignment to an old code", `"commune": "98007", "span": {"from": "2026-02-01"}`, `"commune": "98004", "span": {"from": "2026-02-01"}`, `assignments[1].commune province.no-unit`},
		{rosterFile, "a district helper", `"handovers"`, `"districtHelpers": [{"id": "h", "post": "", "body": "ubnd-huyen", "commune": "98007", "span": {"from": "2026-02-01"}}], "handovers"`, `districtHelpers[0].body province.no-body`},
		{reportsFile, "a report to a body that ended", `"to": ["so-nnmt"]`, `"to": ["so-nong-nghiep"]`, `rows[0].to[0] province.body-absent`},
		{reportsFile, "a report to the district", `"above": ["so-nnmt"]`, `"above": ["ubnd-huyen"]`, `above[0] province.no-body`},
		{evaluationsFile, "a weight of an old commune", `"98007": "2"`, `"98004": "2"`, `communeWeights["98004"] province.no-unit`},
		{overlayFile, "the set of the period before", `"51/2025/QĐ-TTg"`, `"318/QĐ-TTg/I"`, `criteria[0].no criteria.overlay`},
		{mandateFile, "the years of the period before", `"firstYear": 2026`, `"firstYear": 2025`, `firstYear plan.mandate-years`},
	} {
		good, err := fs.ReadFile(sub(after), s.file)
		require.NoError(t, err)
		t.Run(s.file+"/"+s.what, func(t *testing.T) {
			t.Parallel()
			require.Contains(t, string(good), s.old)
			assert.Equal(t, s.found, brokenIn(t, after, s.file, bytes.Replace(good, []byte(s.old), []byte(s.new), 1)))
		})
	}
}

// brokenIn is what is found in a province with one file in place of its own.
func brokenIn(t *testing.T, folder, file string, text []byte) string {
	t.Helper()
	province := fstest.MapFS{}
	if text != nil {
		province[file] = &fstest.MapFile{Data: text}
	}
	for _, f := range files {
		if f.name != file {
			data, err := fs.ReadFile(sub(folder), f.name)
			require.NoError(t, err)
			province[f.name] = &fstest.MapFile{Data: data}
		}
	}
	_, found := load(province)
	var lines []string
	for _, x := range found.broken() {
		line := strings.TrimPrefix(x.File+": ", file+": ") + string(x.Path) + " " + string(x.Code())
		lines = append(lines, strings.TrimSpace(line))
	}
	if os.Getenv("SHOW") != "" {
		t.Log(found.broken().In(1))
	}
	slices.Sort(lines)
	return strings.Join(lines, "; ")
}

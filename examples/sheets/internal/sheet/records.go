package sheet

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/visit"
)

// decode reads a record with its own decoder.
func decode[T any](data []byte) (any, error) {
	var record T
	if err := json.Unmarshal(data, &record); err != nil {
		return nil, err
	}
	return record, nil
}

// Visits is the form of a register of visits: a row a visit, with two notices at most.
func Visits() *Form {
	f := &Form{
		Kind: "visits", Sheet: "Chuyến đi", Title: "Sổ theo dõi các chuyến đi cơ sở của lãnh đạo được phân công giúp đỡ xã", Key: "id",
		Columns: []Column{
			{Code: "id", Name: "Mã chuyến đi", Path: "id", Needed: true},
			{Code: "commune", Name: "Mã xã", How: "chữ, giữ số 0 ở đầu", Path: "commune", Needed: true},
			{Code: "assignment", Name: "Mã phân công", Path: "assignment", Note: "Mã của phân công giúp đỡ xã; có thể ghi mã lãnh đạo thay cho mã này."},
			{Code: "leader", Name: "Mã lãnh đạo", Path: "leader"},
			{Code: "start", Name: "Bắt đầu", How: writeHour, As: AsMoment, Path: "start"},
			{Code: "end", Name: "Kết thúc", How: writeHour, As: AsMoment, Path: "end"},
			{Code: "items", Name: "Nội dung cụ thể", How: writeList, As: AsList, Path: "items"},
			{Code: "made", Name: "Đã đi", As: AsChoice, Choices: yesOrNo, Path: "made", Note: "«có» nếu chuyến đi đã diễn ra; để trống nếu mới dự kiến."},
			{Code: "goes.leader", Name: "Lãnh đạo đi", As: AsChoice, Choices: goes(visit.Leader), Path: "participants[leader]"},
			{Code: "goes.deputy", Name: "Cấp phó đi thay", As: AsChoice, Choices: goes(visit.Deputy), Path: "participants[deputy]"},
			{Code: "goes.team", Name: "Tổ giúp việc đi", As: AsChoice, Choices: goes(visit.TeamMember), Path: "participants[team]"},
			{Code: "urgent", Name: "Lý do đột xuất", Path: "urgent", Note: "Chỉ ghi khi chuyến đi là đột xuất."},
			{Code: "movedFrom", Name: "Thay cho chuyến", Path: "movedFrom", Note: "Mã chuyến đi bị dời, nếu chuyến này đi thay."},
		},
		Decode: decode[visit.Visit],
	}
	for _, n := range []struct{ label, code, name string }{{"first", "notice", "Thông báo"}, {"second", "notice2", "Thông báo lần 2"}} {
		at := "notices[" + n.label + "]."
		f.Columns = append(f.Columns,
			Column{Code: n.code + ".sent", Name: n.name + " – gửi", How: writeHour, As: AsMoment, Path: at + "sent"},
			Column{Code: n.code + ".to", Name: n.name + " – mã xã nhận", How: "chữ", Path: at + "to"},
			Column{Code: n.code + ".channel", Name: n.name + " – hình thức", As: AsChoice, Choices: words(visit.Letter, visit.Phone, visit.Email, visit.Message, visit.InPerson), Path: at + "channel"},
			Column{Code: n.code + ".acknowledged", Name: n.name + " – xã xác nhận", How: writeHour, As: AsMoment, Path: at + "acknowledged"},
			Column{Code: n.code + ".ref", Name: n.name + " – số văn bản", Path: at + "ref"},
		)
	}
	f.Columns = append(f.Columns,
		Column{Code: "noticesComplete", Name: "Đã ghi đủ thông báo", As: AsChoice, Choices: yesOrNo, Path: "noticesComplete", Note: "«có» nếu ngoài các thông báo đã ghi không còn thông báo nào khác."},
		Column{Code: "report.by", Name: "Báo cáo – người gửi", Path: "reports[one].by"},
		Column{Code: "report.to", Name: "Báo cáo – nơi nhận", Path: "reports[one].to"},
		Column{Code: "report.sent", Name: "Báo cáo – ngày gửi", How: writeHour, As: AsMoment, Path: "reports[one].sent"},
		Column{Code: "report.result", Name: "Báo cáo – kết quả", Path: "reports[one].result"},
	)
	return f.Prepare()
}

// goes is a list whose «có» makes a participant.
func goes(r visit.Role) []Choice {
	return []Choice{{"có", map[string]string{"role": r.String()}}, {"không", nil}}
}

// The kinds of row of a plan.
const (
	planGoal     = "goal"
	planVisit    = "visit"
	planNoVisit  = "noVisit"
	planActivity = "activity"
)

// Plans is the form of annual plans: a row for each goal, each visit planned, each activity and
// each month without a visit. The rows of one plan have its id; what is said of the whole plan
// is written in one of them.
func Plans() *Form {
	f := &Form{
		Kind: "plan", Sheet: "Kế hoạch năm", Title: "Kế hoạch giúp đỡ xã hằng năm, theo tháng", Key: "id", Grouped: true,
		Columns: []Column{
			{Code: "id", Name: "Mã kế hoạch", Path: "id", Needed: true},
			{Code: "assignment", Name: "Mã phân công", Path: "assignment", Note: "Ghi ở một dòng của kế hoạch là đủ."},
			{Code: "year", Name: "Năm", As: AsWhole, Path: "year", Note: "Ghi ở một dòng của kế hoạch là đủ."},
			{Code: "issued", Name: "Ngày ban hành", How: writeDay, As: AsDay, Path: "history[one].issued", Note: "Ghi ở một dòng của kế hoạch là đủ."},
			{Code: "sent.to", Name: "Nơi nhận", Path: "sent[one].to", Note: "Mã cơ quan nhận kế hoạch; ghi ở một dòng là đủ."},
			{Code: "sent.on", Name: "Ngày gửi", How: writeHour, As: AsMoment, Path: "sent[one].on"},
			{Code: "row", Name: "Dòng này là", As: AsChoice, Needed: true, Choices: []Choice{{"mục tiêu", planGoal}, {"đi cơ sở", planVisit}, {"tháng không đi", planNoVisit}, {"hoạt động", planActivity}}, Note: "«tháng không đi»: ghi lý do ở cột nội dung."},
			{Code: "month", Name: "Tháng", How: "1–12", As: AsChoice, Open: true, Choices: months()},
			{Code: "item", Name: "Mã mục", Note: "Mã của mục tiêu, chuyến đi hoặc hoạt động; để trống thì lấy theo số dòng."},
			{Code: "on", Name: "Ngày", How: writeDay, As: AsDay},
			{Code: "content", Name: "Nội dung, lý do", Needed: true},
			{Code: "program", Name: "Chương trình", As: AsChoice, Choices: words(org.NewRural, org.PovertyReduction), Note: "Của mục tiêu."},
			{Code: "serves", Name: "Mục tiêu phục vụ", How: writeList, As: AsList, Note: "Mã các mục tiêu của kế hoạch năm mà hoạt động này phục vụ."},
			{Code: "periodGoal", Name: "Mục tiêu giai đoạn", Note: "Mã mục tiêu của kế hoạch giai đoạn mà mục tiêu này phục vụ."},
			{Code: "kind", Name: "Loại hoạt động", As: AsChoice, Choices: words(plan.Guidance, plan.PartyCommittee, plan.PeoplesMastery, plan.GoodPractice, plan.Movement, plan.Mobilization, plan.CommuneMeeting, plan.OtherActivity)},
			{Code: "members", Name: "Thành viên thực hiện", How: writeList, As: AsList, Note: "Mã thành viên Tổ giúp việc có nhiệm vụ này."},
			{Code: "target", Name: "Chỉ tiêu", How: "số", As: AsNumber},
			{Code: "targetUnit", Name: "Đơn vị", Note: "Đơn vị của chỉ tiêu, ví dụ hộ."},
		},
		Path: planPath, Fixed: planFixed, Decode: decode[plan.Annual],
	}
	return f.Prepare()
}

func months() (list []Choice) {
	for _, m := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"} {
		list = append(list, Choice{m, m})
	}
	return list
}

// planMonth is the place of the month of a row; "" where it is none.
func planMonth(cell func(string) string) (at, quarter, month string) {
	quarters := map[string]string{"1": "1", "2": "1", "3": "1", "4": "2", "5": "2", "6": "2", "7": "3", "8": "3", "9": "3", "10": "4", "11": "4", "12": "4"}
	month = cell("month")
	if quarter = quarters[month]; quarter == "" {
		return "", "", month
	}
	return "quarters[q" + quarter + "].months[m" + month + "]", quarter, month
}

// planItem is the place of the thing of which a row speaks.
func planItem(cell func(string) string) string {
	at, _, _ := planMonth(cell)
	switch kind := cell("row"); {
	case kind == planGoal:
		return "goals[{row}]"
	case at == "":
	case kind == planVisit:
		return at + ".visits[{row}]"
	case kind == planActivity:
		return at + ".activities[{row}]"
	case kind == planNoVisit:
		return at
	}
	return ""
}

// members of a plan's rows, by kind of row.
var planMembers = map[string]map[string]string{
	planGoal:     {"item": "id", "content": "text", "program": "program", "periodGoal": "serves", "target": "target", "targetUnit": "unit"},
	planVisit:    {"item": "id", "content": "content", "on": "on"},
	planActivity: {"item": "id", "content": "content", "on": "on", "serves": "goals", "kind": "kind", "members": "members", "target": "target", "targetUnit": "unit"},
	planNoVisit:  {"content": "noVisit"},
}

func planPath(c *Column, cell func(string) string) (string, rule.Text) {
	at, kind := planItem(cell), cell("row")
	switch {
	case c.Path != "":
		return c.Path, rule.Text{}
	case c.Code == "row", kind == "":
		return "", rule.Text{} // a row of no kind is told at its kind
	case c.Code == "month" && kind == planGoal:
		return "", rule.Text{Vi: "mục tiêu là của cả năm; bỏ tháng", En: "a goal is of the whole year; leave the month out"}
	case c.Code == "month" && at == "":
		return "", rule.Text{Vi: "tháng ghi từ 1 đến 12", En: "a month is written 1 to 12"}
	case c.Code == "month":
		return "", rule.Text{}
	case at == "" && c.Code == "content" && cell("month") == "":
		return "", rule.Text{Vi: "dòng này cần có tháng", En: "the row needs a month"}
	case at == "":
		return "", rule.Text{} // told once, at the content or the month
	}
	member := planMembers[kind][c.Code]
	if member == "" {
		return "", rule.Text{Vi: "loại dòng này không có «" + strings.ToLower(c.Name) + "»", En: "rows of this kind have none"}
	}
	return at + "." + member, rule.Text{}
}

func planFixed(cell func(string) string) [][2]any {
	var fixed [][2]any
	if cell("issued") != "" {
		fixed = append(fixed, [2]any{"history[one].id", "v1"})
	}
	if at, quarter, month := planMonth(cell); at != "" && cell("row") != planGoal {
		q, _, _ := strings.Cut(at, ".")
		fixed = append(fixed, [2]any{q + ".quarter", json.Number(quarter)}, [2]any{at + ".month", json.Number(month)})
	}
	if at := planItem(cell); at != "" && cell("item") == "" && cell("row") != planNoVisit {
		fixed = append(fixed, [2]any{at + ".id", "dong-{row}"})
	}
	return fixed
}

// teamMost is how many members of a team have columns.
const teamMost = 6

// Roster is the form of a roster: a row an assignment, with its leader and team.
func Roster() *Form {
	f := &Form{
		Kind: "roster", Sheet: "Phân công", Title: "Danh sách phân công lãnh đạo giúp đỡ xã",
		Columns: []Column{
			{Code: "id", Name: "Mã phân công", Path: "assignments[{row}].id", Needed: true},
			{Code: "leader", Name: "Mã lãnh đạo", Path: "assignments[{row}].leader", Needed: true, Note: "Mã của đơn vị dùng biểu; không cần họ tên."},
			{Code: "post", Name: "Chức vụ"},
			{Code: "body", Name: "Mã cơ quan", Note: "Ghi ở một dòng của mỗi lãnh đạo là đủ."},
			{Code: "personnel", Name: "Đối tượng", As: AsChoice, Choices: words(assignment.Cadre, assignment.CivilServant, assignment.PublicEmployee, assignment.EnterpriseManager, assignment.ArmedForces, assignment.OtherPersonnel)},
			{Code: "commune", Name: "Mã xã", How: "chữ, giữ số 0 ở đầu", Path: "assignments[{row}].commune", Needed: true},
			{Code: "role", Name: "Vai trò", As: AsChoice, Choices: words(assignment.Helper, assignment.Sponsor, assignment.Overseer), Path: "assignments[{row}].role"},
			{Code: "from", Name: "Từ ngày", How: writeDay, As: AsDay, Path: "assignments[{row}].span.from"},
			{Code: "to", Name: "Đến ngày", How: writeDay, As: AsDay, Path: "assignments[{row}].span.to"},
			{Code: "end", Name: "Lý do thôi", As: AsChoice, Choices: words(assignment.EndTerm, assignment.EndMoved, assignment.EndPerformance, assignment.EndUnitMerged, assignment.EndBodyCeased), Path: "assignments[{row}].end"},
			{Code: "decision", Name: "Quyết định", As: AsSource, Path: "assignments[{row}].decision", Note: "Ví dụ: Quyết định số 1636/QĐ-UBND ngày 14/5/2021"},
			{Code: "replaces", Name: "Thay cho xã", How: "mã xã", Path: "assignments[{row}].replaces", Note: "Xã mà quyết định cho lãnh đạo thôi giúp đỡ để nhận xã này."},
		},
		Decode: decode[assignment.Roster],
	}
	for _, n := range strings.Split("123456", "")[:teamMost] {
		at := "assignments[{row}].team[m" + n + "]."
		f.Columns = append(f.Columns,
			Column{Code: "team" + n + ".id", Name: "Tổ giúp việc " + n + " – mã", Path: at + "id"},
			Column{Code: "team" + n + ".post", Name: "Tổ giúp việc " + n + " – chức vụ", Path: at + "post"})
	}
	f.Path = func(c *Column, cell func(string) string) (string, rule.Text) {
		switch leader := cell("leader"); {
		case c.Path != "":
			return c.Path, rule.Text{}
		case leader == "":
			return "", rule.Text{} // told at the leader
		default:
			return leaderAt(leader) + c.Code, rule.Text{}
		}
	}
	f.Fixed = func(cell func(string) string) [][2]any {
		if leader := cell("leader"); leader != "" {
			return [][2]any{{leaderAt(leader) + "id", leader}}
		}
		return nil
	}
	return f.Prepare()
}

// leaderAt is the place of a leader, whatever letters the id has.
func leaderAt(id string) string { return fmt.Sprintf("leaders[%x].", id) }

// The objects of a score sheet.
const (
	aboutWork    = "supportWork"
	aboutOutcome = "supportOutcome"
	aboutCommune = "communeResult"
)

var aboutMembers = map[string]map[string]string{
	aboutWork:    {"leader": "leader", "commune": "commune", "year": "year"},
	aboutOutcome: {"assignment": "assignment", "year": "year"},
	aboutCommune: {"commune": "commune", "asOf": "asOf"},
}

// Scores is the form of score sheets: a row a sheet, the marks of the lines of the scheme beside
// each other.
func Scores(scheme evaluation.Scheme) *Form {
	t := scheme.Table()
	f := &Form{
		Kind: "score", Of: t.ID, Sheet: "Phiếu chấm", Title: "Phiếu chấm điểm theo " + t.Name.Vi + " (" + t.Source.In(rule.Vi) + ")", Key: "id",
		Columns: []Column{
			{Code: "id", Name: "Mã phiếu", Path: "id", Needed: true},
			{Code: "about", Name: "Chấm về", As: AsChoice, Needed: true, Choices: []Choice{{"hoạt động giúp đỡ xã của lãnh đạo", aboutWork}, {"kết quả giúp đỡ xã", aboutOutcome}, {"kết quả của xã", aboutCommune}}},
			{Code: "leader", Name: "Mã lãnh đạo"},
			{Code: "assignment", Name: "Mã phân công"},
			{Code: "commune", Name: "Mã xã", How: "chữ, giữ số 0 ở đầu"},
			{Code: "year", Name: "Năm", As: AsWhole},
			{Code: "asOf", Name: "Tính đến ngày", How: writeDay, As: AsDay, Note: "Chỉ với kết quả của xã."},
			{Code: "from", Name: "Phân công từ ngày", How: writeDay, As: AsDay, Path: "span.from"},
			{Code: "to", Name: "Phân công đến ngày", How: writeDay, As: AsDay, Path: "span.to"},
		},
		Decode: decode[evaluation.Sheet],
	}
	var lines func(list []evaluation.Line)
	lines = func(list []evaluation.Line) {
		for _, l := range list {
			at, note := "entries["+l.Code+"].", l.Name.Vi
			if l.Max.Known() {
				note += ".\nĐiểm tối đa: " + l.Max.In(rule.Vi)
			}
			note += ".\nGhi điểm (7.5), phần trăm của điểm tối đa bằng chữ (80%), hai số đếm (3/4) hoặc số lần (2x)."
			for _, column := range markColumns(t) {
				name, path := l.Code+". "+l.Name.Vi+" – "+column.Name.Vi, at+column.Code
				if column.Code != "self" && column.Code != "verified" {
					path = at + "others[" + column.Code + "].mark"
				}
				f.Columns = append(f.Columns, Column{Code: l.Code + "/" + column.Code, Name: name, How: "điểm", As: AsMark, Path: path, Note: note})
			}
			lines(l.Lines)
		}
	}
	lines(t.Lines)
	marks := f.Columns[9:]
	f.Columns = append(f.Columns,
		Column{Code: "bonus", Name: "Điểm cộng", How: "điểm", As: AsNumber, Path: "bonus[one].points"},
		Column{Code: "bonus.reason", Name: "Điểm cộng – lý do", Path: "bonus[one].reason"},
		Column{Code: "penalty", Name: "Điểm trừ", How: "điểm", As: AsNumber, Path: "penalties[one].points"},
		Column{Code: "penalty.reason", Name: "Điểm trừ – lý do", Path: "penalties[one].reason"},
		Column{Code: "statedTotal", Name: "Tổng điểm ghi trên phiếu", How: "điểm; để đối chiếu, không dùng để tính", As: AsNumber, Path: "statedTotal"},
		Column{Code: "published", Name: "Ngày công bố", How: writeDay, As: AsDay, Path: "published"},
	)
	f.Path = func(c *Column, cell func(string) string) (string, rule.Text) {
		about := cell("about")
		member := aboutMembers[about][c.Code]
		switch {
		case c.Path != "":
			return c.Path, rule.Text{}
		case c.Code == "about", about == "":
			return "", rule.Text{}
		case member == "":
			return "", rule.Text{Vi: "phiếu về đối tượng này không có «" + strings.ToLower(c.Name) + "»", En: "a sheet about this object has none"}
		}
		return "about." + about + "." + member, rule.Text{}
	}
	f.Fixed = func(cell func(string) string) [][2]any {
		fixed := [][2]any{{"scheme", t.ID}}
		for i := range marks {
			if line, column, _ := strings.Cut(marks[i].Code, "/"); cell(marks[i].Code) != "" {
				fixed = append(fixed, [2]any{"entries[" + line + "].line", line})
				if column != "self" && column != "verified" {
					fixed = append(fixed, [2]any{"entries[" + line + "].others[" + column + "].column", column})
				}
			}
		}
		return fixed
	}
	return f.Prepare()
}

// markColumns are the columns of marks of a scheme.
func markColumns(t evaluation.Table) []evaluation.Column {
	if len(t.Columns) > 0 {
		return t.Columns
	}
	return []evaluation.Column{{Code: "self", Name: rule.Text{Vi: "tự chấm"}}, {Code: "verified", Name: rule.Text{Vi: "phúc tra"}}}
}

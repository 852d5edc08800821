package ntm

reached contains "1.1" if {
	input["1.1"] == true
}

reached contains "1.2" if {
	input["1.2"] == true
}

reached contains "3.1" if {
	input["3.1"] >= 80
}

reached contains "3.2" if {
	input["3.2/mandatory"] == true
	input["3.2/score"] >= 50
}

reached contains "4.1" if {
	input["4.1"] == true
}

reached contains "4.2" if {
	input["4.2"] >= 95
}

reached contains "5" if {
	input["5/minimum"] >= 100
	input["@schools"] >= 4
	input["5/level1"] >= 70
}

reached contains "5" if {
	input["5/minimum"] >= 100
	input["@schools"] < 4
	input["5/level1"] >= 50
}

reached contains "6.3" if {
	input["6.3"] >= 100
}

reached contains "7" if {
	input["7/market"] == true
}

reached contains "7" if {
	input["7/market"] == "n/a"
	input["7/shop"] == true
}

reached contains "8.1" if {
	input["8.1"] == true
}

reached contains "8.2" if {
	input["8.2"] == true
}

reached contains "8.3" if {
	input["8.3"] == true
}

reached contains "8.4" if {
	input["8.4"] == true
}

reached contains "9.1" if {
	input["9.1"] == 0
}

reached contains "9.2" if {
	input["9.2"] >= 75
}

reached contains "10" if {
	input["10"] >= 42
}

reached contains "11" if {
	input["11"] <= 13
}

reached contains "12.1" if {
	input["12.1/female"] >= 60
	input["12.1/male"] >= 60
}

reached contains "12.2" if {
	input["12.2/female"] >= 20
	input["12.2/male"] >= 20
}

reached contains "13.1" if {
	input["13.1"] == true
}

reached contains "13.2" if {
	input["13.2"] == true
}

reached contains "13.3" if {
	input["13.3"] == true
}

reached contains "13.4" if {
	input["13.4"] == true
}

reached contains "13.4_na" if input["13.4"] == "n/a"

reached contains "13.5" if {
	input["13.5"] == true
}

reached contains "14.1" if {
	input["14.1/preschool"] == true
	input["14.1/grade1"] >= 98
	input["14.1/primary"] >= 2
	input["14.1/lower-secondary"] >= 2
	input["14.1/literacy"] >= 2
}

reached contains "14.2" if {
	input["14.2/female"] >= 70
	input["14.2/male"] >= 70
}

reached contains "15.1" if {
	input["15.1/female"] >= 90
	input["15.1/male"] >= 90
}

reached contains "15.2" if {
	input["15.2"] == true
}

reached contains "15.3" if {
	input["15.3"] <= 24
}

reached contains "15.4" if {
	input["15.4"] >= 50
}

reached contains "17.1" if {
	input["17.1/total"] >= 35
	input["17.1/centralised"] >= 10
}

reached contains "17.2" if {
	input["17.2"] >= 90
}

reached contains "17.3" if {
	input["17.3"] == true
}

reached contains "17.4" if {
	input["17.4"] >= 2
}

reached contains "17.5" if {
	input["17.5"] == true
}

reached contains "17.6" if {
	input["17.6"] >= 75
}

reached contains "17.7" if {
	input["17.7"] >= 100
}

reached contains "17.8" if {
	input["17.8"] >= 70
}

reached contains "17.9" if {
	input["17.9"] >= 60
}

reached contains "17.10" if {
	input["17.10"] >= 100
}

reached contains "17.11" if {
	input["17.11"] >= 30
}

reached contains "17.12" if {
	input["17.12"] >= 50
}

reached contains "18.1" if {
	input["18.1"] == true
}

reached contains "18.2" if {
	input["18.2"] == true
}

reached contains "18.3" if {
	input["18.3"] >= 100
}

reached contains "18.4" if {
	input["18.4"] == true
}

reached contains "18.5" if {
	input["18.5"] == true
}

reached contains "18.6" if {
	input["18.6"] == true
}

reached contains "19.1" if {
	input["19.1"] == true
}

reached contains "19.2" if {
	input["19.2"] == true
}

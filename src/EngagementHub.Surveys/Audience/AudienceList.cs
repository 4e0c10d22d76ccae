namespace EngagementHub.Surveys.Audience;

/// <summary>A line of a list of people: who is asked, in which unit and grade.</summary>
internal sealed record Asked(string UserName, string Unit, string Grade);

/// <summary>Reads a list of people, one a line: <c>user name,unit,grade</c>. Unit and grade may be left out.</summary>
internal static class AudienceList
{
    public const string Field = "People";
    private const int MostPeople = 200_000;

    public static IReadOnlyList<Asked> Read(string? text)
    {
        List<Asked> people = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        foreach (var line in (text ?? "").TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || (number == 1 && IsHeading(line)))
            {
                continue;
            }

            var asked = Person(line, number);
            people.Add(seen.Add(asked.UserName) ? asked : throw Wrong(number, $"{asked.UserName} stands in the list twice"));
        }

        return people.Count is > 0 and <= MostPeople ? people : throw new BrokenRuleException($"Give a list of 1 to {MostPeople:N0} people, one a line: user name,unit,grade", Field);
    }

    public static BrokenRuleException Wrong(int line, string why) => new($"Line {line}: {why}", Field);

    private static Asked Person(string line, int number)
    {
        var cells = Cells(line);
        if (cells.Count > 3)
        {
            throw Wrong(number, "there are more than three columns. Put a unit that has a comma in its name between quotation marks");
        }

        var (unit, grade) = (cells.ElementAtOrDefault(1) ?? "", cells.ElementAtOrDefault(2) ?? "");
        return cells[0].Length == 0 ? throw Wrong(number, "the user name is missing")
            : unit.Length > Place.LongestGroup || grade.Length > Place.LongestGroup ? throw Wrong(number, $"use at most {Place.LongestGroup} characters for a unit or a grade")
            : new Asked(cells[0], unit, grade);
    }

    private static bool IsHeading(string line) => Cells(line)[0].Replace(" ", "", StringComparison.Ordinal).Equals("username", StringComparison.OrdinalIgnoreCase);

    private static List<string> Cells(string line)
    {
        List<string> cells = [""];
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is ',' or ';' or '\t' && !isQuoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += c;
            }
        }

        return cells.ConvertAll(c => c.Trim());
    }
}

using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.WorkingTime;

public class WorkedExamplesTests
{
    public static TheoryData<string, string?> Examples() =>
        [.. WorkedExamples.Check(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "WorkingTime", "working-time-vectors.json"))).Select(example => (example.Id, example.Difference))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_worked_examples_of_public_suites_come_out_to_the_second(string id, string? difference) =>
        Assert.True(difference is null, $"{id}: {difference}");

    [Fact]
    public void Examples_that_another_program_counted_minute_by_minute_come_out_too()
    {
        var examples = WorkedExamples.Check(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "WorkingTime", "hostile-examples.json")));

        Assert.Equal(70, examples.Count);
        Assert.DoesNotContain(examples, example => example.Difference is not null);
    }

    [Fact]
    public void All_73_examples_are_checked() => Assert.Equal(73, Examples().Count);

    [Theory]
    [InlineData("""{"id":"a","kind":"between","tz":"UTC","week":{"mon":[["09:00","17:00"]]},"start":"2026-01-05T09:00:00Z","end":"2026-01-05T10:00:00Z","seconds":3601}""", "a: 3601 seconds expected, 3600 worked out")]
    [InlineData("""{"id":"b","kind":"due","tz":"UTC","week":{"mon":[["09:00","17:00"]]},"start":"2026-01-05T09:00:00Z","minutes":60,"due":"2026-01-05T10:00:01Z"}""", "b: 2026-01-05 10:00:01Z expected, 2026-01-05 10:00:00Z worked out")]
    [InlineData("""{"id":"c","kind":"due","tz":"UTC","week":{},"start":"2026-01-05T09:00:00Z","minutes":60,"due":"2026-01-05T10:00:01Z"}""", "c: cannot be worked out: The calendar has no working time: give it opening hours on at least one day")]
    [InlineData("""{"id":"d","kind":"wait","tz":"UTC","week":{"mon":[["09:00","17:00"]]}}""", "d: cannot be worked out: there is no kind \"wait\": write between, due, before, next_open or days")]
    [InlineData("""{"kind":"due","tz":"UTC","week":{"mon":[["9am","17:00"]]}}""", "example 1: cannot be worked out: \"9am\" is not a time of day: write it like 09:00, up to 24:00")]
    public void A_difference_is_said_with_the_example_it_belongs_to(string example, string sentence)
    {
        var found = Assert.Single(WorkedExamples.Check($$"""{"vectors":[{{example}}]}"""));

        Assert.Equal(sentence, $"{found.Id}: {found.Difference}");
    }

    [Theory]
    [InlineData("""{"id":"a","kind":"between","tz":"UTC","week":{"Monday":[["09:00","17:00"]]},"start":"2026-01-05T10:00:00Z","end":"2026-01-05T09:00:00Z","minutes":-60}""")]
    [InlineData("""{"id":"a","kind":"between","tz":"Europe/London","week":{"mon":[["09:00","17:00"]]},"holidays":null,"overrides":{"2026-06-01":null},"start":"2026-06-01 09:00","end":"2026-06-08 10:30","hours":1.5}""")]
    [InlineData("""{"id":"a","kind":"between","tz":"UTC","week":{"mon":[["09:00","17:00"]]},"pauses":[{"from":"2026-01-05T10:00:00Z","to":null}],"start":"2026-01-05T09:00:00.5Z","end":"2026-01-05T12:00:00Z","seconds":3599}""")]
    [InlineData("""{"id":"a","kind":"due","tz":"UTC","week":{"mon":[["9:00","17:00"]],"tue":[]},"start":"2026-01-05T09:00:00Z","hours":8,"due":"2026-01-05T17:00:00Z"}""")]
    [InlineData("""{"id":"a","kind":"due","tz":"UTC","week":{"mon":[["09:00","17:00"]]},"holidays":[{"date":"2026-01-05","title":"x"}],"start":"2026-01-05T09:00:00Z","seconds":30,"due":"2026-01-12T09:00:30Z"}""")]
    [InlineData("""{"id":"a","kind":"days","tz":"Europe/London","week":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]]},"cutoff":"16:00","start":"2026-06-01T16:00:01+01:00","days":1,"due":"2026-06-08"}""")]
    [InlineData("""{"id":"a","kind":"days","tz":"Europe/London","week":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]]},"start":"2026-06-01T10:00:00+01:00","days":1,"due":"2026-06-02T17:00:00+01:00"}""")]
    public void What_an_example_may_say_is_understood(string example) => Assert.Null(Assert.Single(WorkedExamples.Check(example)).Difference);

    [Theory]
    [InlineData("\"just a text\"", "example 1: cannot be worked out: it is not an object", 2)]
    [InlineData("""{"id":"t","kind":"due","tz":"Europe/Atlantis","week":{"mon":[["09:00","17:00"]]},"start":"2026-01-05T09:00:00Z"}""", "t: cannot be worked out: there is no time zone \"Europe/Atlantis\": write it like Europe/London", 2)]
    [InlineData("""{"id":"t","kind":"due","tz":"UTC","week":{"mon":[["09:00"]]},"start":"2026-01-05T09:00:00Z"}""", "t: cannot be worked out: \"\" is not a time of day", 2)]
    [InlineData("""{"id":"t","kind":"between","tz":"UTC","week":{"mon":[["09:00","17:00"]]},"start":"31/02/2026","end":"2026-01-05T09:00:00Z","minutes":1}""", "t: cannot be worked out: \"start\" is \"31/02/2026\", which is not an instant: write it like", 2)]
    [InlineData("""{"id":"t","kind":"due","tz":"UTC","week":{"mon":[["09:00","17:00"]]},"start":"2026-01-05T09:00:00Z","due":"2026-01-05T10:00:00Z"}""", "t: cannot be worked out: it does not say \"minutes\": add it", 2)]
    [InlineData("""{"id":"t","kind":"due","tz":"UTC","week":"mon","start":"2026-01-05T09:00:00Z"}""", "t: cannot be worked out: \"week\" does not name days", 2)]
    public void A_row_that_cannot_be_understood_is_named_with_its_line_and_the_others_are_checked(string example, string sentence, int line)
    {
        const string Good = """{"id":"good","kind":"between","tz":"UTC","week":{"mon":[["09:00","17:00"]]},"start":"2026-01-05T09:00:00Z","end":"2026-01-05T10:00:00Z","minutes":60}""";

        var found = WorkedExamples.Check($"{{\"note\":\"x\",\"vectors\":[\n{example},\n{Good}]}}");

        Assert.StartsWith(sentence, $"{found[0].Id}: {found[0].Difference}", StringComparison.Ordinal);
        Assert.True(found[0].IsMalformed);
        Assert.Equal(line, found[0].Line);
        Assert.Null(found[1].Difference);
        Assert.Equal(line + 1, found[1].Line);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"examples":[]}""")]
    public void A_file_of_another_form_is_refused(string json) => Assert.Throws<FormatException>(() => WorkedExamples.Check(json));
}

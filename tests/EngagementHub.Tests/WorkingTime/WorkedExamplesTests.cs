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
    public void All_73_examples_are_checked() => Assert.Equal(73, Examples().Count);

    [Theory]
    [InlineData("""{"id":"a","kind":"between","tz":"UTC","week":{"mon":[["09:00","17:00"]]},"start":"2026-01-05T09:00:00Z","end":"2026-01-05T10:00:00Z","seconds":3601}""", "a: 3601 seconds expected, 3600 worked out")]
    [InlineData("""{"id":"b","kind":"due","tz":"UTC","week":{"mon":[["09:00","17:00"]]},"start":"2026-01-05T09:00:00Z","minutes":60,"due":"2026-01-05T10:00:01Z"}""", "b: 2026-01-05 10:00:01Z expected, 2026-01-05 10:00:00Z worked out")]
    [InlineData("""{"id":"c","kind":"due","tz":"UTC","week":{},"start":"2026-01-05T09:00:00Z","minutes":60,"due":"2026-01-05T10:00:01Z"}""", "c: cannot be worked out: The calendar has no working time: give it opening hours on at least one day")]
    [InlineData("""{"id":"d","kind":"wait","tz":"UTC","week":{"mon":[["09:00","17:00"]]}}""", "d: cannot be worked out: there is no kind \"wait\"")]
    [InlineData("""{"kind":"due","tz":"UTC","week":{"mon":[["9am","17:00"]]}}""", "example 1: cannot be worked out: \"9am\" is not a time of day: write it like 09:00, up to 24:00")]
    public void A_difference_is_said_with_the_example_it_belongs_to(string example, string sentence)
    {
        var found = Assert.Single(WorkedExamples.Check($$"""{"vectors":[{{example}}]}"""));

        Assert.Equal(sentence, $"{found.Id}: {found.Difference}");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"examples":[]}""")]
    public void A_file_of_another_form_is_refused(string json) => Assert.Throws<FormatException>(() => WorkedExamples.Check(json));
}

using System.Text.Json;
using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Sources.Json;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public class JsonPathTests
{
    private const string Text = """
        { "issue": { "key": "IT-1", "fields": { "due date": "2026-01-02", "n": 5, "yes": true, "none": null, "a.b": "dot" } },
          "history": [ { "items": [ { "field": "status", "to": "Open" }, { "field": "owner", "to": "Ann" } ] }, { "items": [ { "field": "status", "to": "Done" } ] } ] }
        """;

    [Theory]
    [InlineData("issue.key", "IT-1")]
    [InlineData("$.issue.key", "IT-1")]
    [InlineData("$['issue']['key']", "IT-1")]
    [InlineData("issue.fields[\"due date\"]", "2026-01-02")]
    [InlineData("issue.fields['a.b']", "dot")]
    [InlineData("issue.fields.n", "5")]
    [InlineData("issue.fields.yes", "true")]
    [InlineData("issue.fields.none", null)]
    [InlineData("issue.fields", null)]
    [InlineData("nothing.here", null)]
    [InlineData("history[0].items[1].to", "Ann")]
    [InlineData("history[-1].items[0].to", "Done")]
    [InlineData("history[7].items", null)]
    [InlineData("history[*].items[?(@.field==\"owner\")].to", "Ann")]
    public void A_path_leads_to_a_value(string path, string? expected)
    {
        using var text = JsonDocument.Parse(Text);

        Assert.Equal(expected, JsonPath.Parse(path).Text(text.RootElement));
    }

    [Fact]
    public void A_path_can_lead_to_many()
    {
        using var text = JsonDocument.Parse(Text);

        Assert.Equal(["Open", "Done"], JsonPath.Parse("history[*].items[?(@.field=='status')].to").Find(text.RootElement).Select(found => found.GetString()));
        Assert.Equal(2, JsonPath.Parse("history").FindAll(text.RootElement).Count());
        Assert.Single(JsonPath.Parse("").FindAll(text.RootElement));
    }

    [Theory]
    [InlineData("a[")]
    [InlineData("a..b")]
    [InlineData("a[x]")]
    [InlineData("a[?(@.b)]")]
    [InlineData("a[?(@.b==c)]")]
    public void What_is_no_path_is_refused_with_an_example(string path) => Assert.Contains("write it like", Assert.Throws<BrokenRuleException>(() => JsonPath.Parse(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void Lines_that_say_where_fields_stand_are_read_and_written_alike()
    {
        var own = FieldLines.Own("Europe/London").Fields;

        Assert.Equal(own.Columns.Order(), FieldLines.Read(FieldLines.Write(own), new MappingRules()).Columns.Order());
        Assert.Contains("an equals sign and a path", Assert.Throws<BrokenRuleException>(() => FieldLines.Read("colour = x", own)).Message, StringComparison.Ordinal);
    }
}

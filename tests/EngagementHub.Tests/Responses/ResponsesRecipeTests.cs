using System.Net;
using EngagementHub.Responses;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Responses;

public sealed class ResponsesRecipeTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    private const string Story = """
        { "name": "story", "steps": [
          { "name": "Themes", "Scopes": [ { "Period": "told", "By": "priya", "At": "2007-04-21T16:00:00Z",
            "Themes": [ { "Key": "told-pay", "Title": "Pay policy", "Comments": ["told-c1", "told-c2", "told-c3"] }, { "Key": "told-posts", "Title": "Recruitment", "Comments": ["told-c3"] } ],
            "NotAQuestion": ["told-c4"], "Redirected": [ { "Comment": "told-c5", "Where": "your HR adviser" } ], "Outstanding": ["told-c6"] } ] },
          { "name": "Questions", "Questions": [ { "Key": "told-q", "Theme": "told-pay", "Wording": "Why so low?", "Comments": ["told-c1", "told-c2", "told-c3"], "Quote": "told-c1",
            "AskedBy": "priya", "AskedAt": "2007-04-22T09:00:00Z", "Responder": "grace", "Due": "2007-04-23",
            "Answers": [ { "Key": "told-a", "State": "answered", "Text": ["The remit.", "", "We will publish it."], "By": "grace", "At": "2007-04-23T09:00:00Z", "Published": "2007-04-23T14:00:00Z" } ] } ] },
          { "name": "Digests", "Digests": [ { "Key": "told-d", "Period": "told", "Post": "told-digest", "By": "priya", "PublishedAt": "2007-04-23T14:00:00Z", "Since": ["told-c6"] } ] },
          { "name": "Promises", "Promises": [ { "Key": "told-p", "What": "We will publish it", "Owner": "grace", "Due": "2007-04-20", "Evidence": "It is there", "Answer": "told-a",
            "MadeBy": "grace", "MadeAt": "2007-04-23T14:00:00Z" } ] } ] }
        """;

    [Fact]
    public async Task The_story_is_told_once_however_often_it_is_applied()
    {
        hub.Period("told", 6);
        var story = Story.Replace("2007-04-20", "2007-05-01", StringComparison.Ordinal);

        var (first, second) = (await hub.ApplyRecipe(story), await hub.ApplyRecipe(story));

        Assert.True(first.ExitCode == 0 && second.ExitCode == 0, first.Errors + second.Errors);
        var board = await (await hub.As("priya")).Open($"/responses/blogging.period/{StableId.From("told")}");
        Assert.Contains("3 (Pay policy) + 1 (Not a question) + 1 (Personal, redirected) + 1 (Outstanding) = 6 received ✓", board.Text, StringComparison.Ordinal);
        Assert.Contains("1 since publication", board.Text, StringComparison.Ordinal);
        var theme = await (await hub.As("tom")).Open($"/responses/themes/{StableId.From("responses.theme/told-pay")}");
        Assert.Contains("Promised: We will publish it", theme.Text, StringComparison.Ordinal);
        Assert.Equal(1, await hub.In((_, db) => db.Promises.CountAsync(p => p.Owner == People.Grace && p.Evidence == "It is there")));
    }

    [Fact]
    public async Task A_promise_due_before_it_is_made_is_refused_with_its_place_in_the_file()
    {
        hub.Period("odd", 6);

        var (exitCode, errors) = await hub.ApplyRecipe(Story.Replace("told", "odd", StringComparison.Ordinal));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("would be due before it is made", errors, StringComparison.Ordinal);
        Assert.Matches(@"\(\d+,\d+\)", errors);
    }

    [Fact]
    public async Task Readers_are_told_what_is_not_there()
    {
        (await (await hub.As("tom")).Open($"/responses/themes/{Guid.NewGuid()}")).MustBe(HttpStatusCode.NotFound);
        (await (await hub.As("tom")).Open($"/promises/{Guid.NewGuid()}")).MustBe(HttpStatusCode.NotFound);
    }
}

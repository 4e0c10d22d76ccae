using EngagementHub.Conversation;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Conversation;

public sealed class CommentsRecipeTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    private const string Told = """
        { "name": "told", "steps": [
          { "name": "Comments", "DecidedBy": "mina", "Discussions": [{ "On": "POST", "Comments": [
            { "Id": "POST-1", "Author": "tom", "Text": ["One", "", "- two"], "Written": "2007-04-19T09:20:00Z", "Decision": "published", "DecidedAt": "2007-04-19T11:00:00Z",
              "Replies": [{ "Id": "POST-2", "Author": "priya", "Text": "Thank you", "Written": "2007-04-23T10:00:00Z", "Decision": "published", "DecidedAt": "2007-04-23T10:30:00Z" }] },
            { "Id": "POST-3", "Anonymous": true, "Text": "Ring Joan on 020 7035 4848", "Written": "2007-04-20", "Decision": "published", "DecidedAt": "2007-04-20T15:00:00Z",
              "Redactions": [{ "Words": "Joan on 020 7035 4848", "Reason": "personal data", "Clause": 3 }] },
            { "Id": "POST-4", "Author": "sam", "Text": "My pay", "Written": "2007-04-21", "Decision": "declined", "Clause": 3, "Reason": "One person's pay", "DecidedAt": "2007-04-21T15:00:00Z", "DecidedBy": "noah" },
            { "Id": "POST-5", "Author": "tom", "Text": "Waiting", "Written": "2007-04-24T08:00:00Z" }] }] },
          { "name": "Halts", "Halts": [{ "On": "POST", "By": "mina", "At": "2007-04-24T08:30:00Z", "Clause": 1, "Reason": "Named colleagues", "Until": "2007-04-26" }] }] }
        """;

    [Fact]
    public async Task A_recipe_tells_comments_decisions_and_halts_and_telling_it_twice_changes_nothing()
    {
        var (recipe, on) = await Discussed("first");

        Assert.Equal(0, (await hub.ApplyRecipe(recipe)).ExitCode);
        Assert.Equal(0, (await hub.ApplyRecipe(recipe)).ExitCode);

        var told = await hub.Received(on);
        Assert.Equal([1, 2, 3, 4, 5], told.Select(c => c.Number));
        Assert.Equal([CommentStanding.Published, CommentStanding.Published, CommentStanding.Declined, CommentStanding.Published, CommentStanding.Waiting], told.Select(c => c.Standing));
        Assert.Equal("Ring [redacted: personal data]", told[1].Text);
        Assert.Equal("3 No personal cases", told[2].DeclinedUnder);
        Assert.Equal(StableId.From("comment/first-2"), told[3].Id);
        Assert.Contains("halted until the end of Thursday 26 April 2007", (await hub.Show(on, await hub.As(""))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pay and people", (await (await hub.As("sam")).Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Clause\": 3, \"Reason\"", "\"Clause\": 9, \"Reason\"", "Choose a clause of version 1.0")]
    [InlineData("\"Author\": \"priya\"", "\"Author\": \"nobody\"", "nobody has the user name 'nobody'")]
    [InlineData("2007-04-20\"", "2007-04-01\"", "This discussion opens on")]
    [InlineData("\"Anonymous\": true", "\"Anonymous\": true, \"Author\": \"tom\"", "either an 'Author' or")]
    public async Task What_a_recipe_gets_wrong_is_refused_with_its_place(string right, string wrong, string why)
    {
        var (recipe, on) = await Discussed(Guid.NewGuid().ToString("N"));

        var (exit, errors) = await hub.ApplyRecipe(recipe.Replace(right, wrong, StringComparison.Ordinal));

        Assert.NotEqual(0, exit);
        Assert.Contains(why, errors, StringComparison.Ordinal);
        Assert.Matches(@"\D\d+\D{1,10}\d+", errors);
        Assert.Empty(await hub.Received(on));
    }

    private async Task<(string Recipe, SubjectRef On)> Discussed(string post)
    {
        var on = new SubjectRef("blogging.post", StableId.From(post));
        await hub.In<object?>(async (services, _) =>
        {
            await services.GetRequiredService<IConversation>().OpenAsync(on, Talk.Terms with { Url = "/code-of-conduct" });
            return null;
        });
        return (Told.Replace("POST", post, StringComparison.Ordinal), on);
    }
}

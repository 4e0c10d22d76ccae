using EngagementHub.Conversation;
using EngagementHub.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Responses;

public sealed class QuotationTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Fact]
    public async Task A_quoted_comment_names_its_number_and_writer_while_readers_see_it()
    {
        hub.Period("quoted", 1);

        var html = await QuoteAsync("quoted");

        Assert.Equal("<blockquote><p>Words 1</p><p><a href=\"/blog/hr#comment-1\">#1 by Anonymous</a></p></blockquote>", html);
    }

    [Theory]
    [InlineData(CommentStanding.Declined)]
    [InlineData(CommentStanding.Withdrawn)]
    [InlineData(CommentStanding.Held)]
    public async Task What_was_taken_down_is_no_longer_quoted(CommentStanding standing)
    {
        var key = $"quoted-{standing}";
        hub.Period(key, 1);
        hub.Talk.Now(key, 1, standing);

        Assert.Equal("<p>This comment is no longer shown.</p>", await QuoteAsync(key));
    }

    [Fact]
    public async Task Struck_words_are_struck_where_they_are_quoted()
    {
        hub.Period("struck", 1);
        var at = hub.Talk.All.FindIndex(c => c.Id == StableId.From("comment/struck-c1"));
        hub.Talk.All[at] = hub.Talk.All[at] with { Html = "<p>[removed]</p>" };

        Assert.DoesNotContain("Words", await QuoteAsync("struck"), StringComparison.Ordinal);
    }

    private async Task<string> QuoteAsync(string key)
    {
        using var scope = hub.Services.CreateScope();
        var embed = scope.ServiceProvider.GetServices<IPostEmbed>().Single(e => e.Name == "comment");
        using var writer = new StringWriter();
        (await embed.RenderAsync(StableId.From($"comment/{key}-c1").ToString(), hub.Clock.Now, TestContext.Current.CancellationToken))!.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}

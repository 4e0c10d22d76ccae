using AngleSharp.Dom;

namespace EngagementHub.Tests.Conversation;

public sealed class AnyScriptPageTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    private const string Title = "الأجور والناس 2007";

    [Fact]
    public async Task Words_in_Arabic_or_Hebrew_take_the_direction_of_their_own_script()
    {
        var on = await hub.Open(preModerated: false, title: Title);
        var grace = await hub.As("grace");
        await ConversationFixture.Write(grace, on, "מה עם השכר? OK");

        var (shown, form, mine) = (await hub.Show(on, grace), await grace.Open($"/comments/write?on={on}"), await grace.Open("/comments/mine"));

        Assert.All(Holding(shown, "מה עם השכר"), IsOfItsOwnDirection);
        Assert.All(Holding(mine, "מה עם השכר"), IsOfItsOwnDirection);
        Assert.All(Holding(form, Title), IsOfItsOwnDirection);
        Assert.All(shown.Document.QuerySelectorAll(".hub-comment__name"), IsOfItsOwnDirection);
    }

    private static List<IElement> Holding(HubPage page, string words)
    {
        var found = page.Document.QuerySelectorAll("main *, .govuk-breadcrumbs *").Where(e => e.ChildNodes.OfType<IText>().Any(t => t.Data.Contains(words, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    private static void IsOfItsOwnDirection(IElement element) =>
        Assert.True(element.Closest("[dir=auto], bdi") is not null, element.OuterHtml);
}

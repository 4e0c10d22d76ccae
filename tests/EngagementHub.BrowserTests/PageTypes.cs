using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests;

/// <summary>Every page type, wide and narrow: no axe violation, no sideways scrolling, no complaint of the browser. A class for each module, so that several are looked at at once.</summary>
public abstract class PageTypes(Chromium chromium)
{
    private protected async Task Look(string route)
    {
        var hub = await chromium.Pages;
        var page = PageToSee.All.Single(p => p.Route == route);
        await using var browser = await hub.Tab(page.Persona);
        var answer = await browser.Page.GotoAsync(hub.Place(page.Url));
        Assert.Equal(route.StartsWith("status/", StringComparison.Ordinal) ? 404 : 200, answer!.Status);
        Assert.Equal(0, await browser.Page.Locator(".govuk-error-summary").CountAsync());

        await browser.MustBeAccessibleAtBothWidths(route.Length == 0 ? "home" : string.Concat(route.Split('{', '}', '(', ')', ':', ',', '?')).Replace('/', '-'));
    }

    private protected static TheoryData<string> Of(IEnumerable<PageToSee> pages) => [.. pages.Select(p => p.Route)];
}

public sealed class PageTypesOfTheSite(Chromium chromium) : PageTypes(chromium)
{
    public static TheoryData<string> Routes => Of(PageToSee.Site());

    [Theory, MemberData(nameof(Routes))]
    public Task The_page_is_accessible_wide_and_narrow(string route) => Look(route);
}

public sealed class PageTypesOfBlogging(Chromium chromium) : PageTypes(chromium)
{
    public static TheoryData<string> Routes => Of(PageToSee.Blogging());

    [Theory, MemberData(nameof(Routes))]
    public Task The_page_is_accessible_wide_and_narrow(string route) => Look(route);
}

public sealed class PageTypesOfConversation(Chromium chromium) : PageTypes(chromium)
{
    public static TheoryData<string> Routes => Of(PageToSee.Conversation());

    [Theory, MemberData(nameof(Routes))]
    public Task The_page_is_accessible_wide_and_narrow(string route) => Look(route);
}

public sealed class PageTypesOfResponses(Chromium chromium) : PageTypes(chromium)
{
    public static TheoryData<string> Routes => Of(PageToSee.Responses());

    [Theory, MemberData(nameof(Routes))]
    public Task The_page_is_accessible_wide_and_narrow(string route) => Look(route);
}

public sealed class PageTypesOfServiceLevels(Chromium chromium) : PageTypes(chromium)
{
    public static TheoryData<string> Routes => Of(PageToSee.ServiceLevels());

    [Theory, MemberData(nameof(Routes))]
    public Task The_page_is_accessible_wide_and_narrow(string route) => Look(route);
}

public sealed class PageTypesOfSurveys(Chromium chromium) : PageTypes(chromium)
{
    public static TheoryData<string> Routes => Of(PageToSee.Surveys());

    [Theory, MemberData(nameof(Routes))]
    public Task The_page_is_accessible_wide_and_narrow(string route) => Look(route);
}

public sealed class PageTypesOfPlans(Chromium chromium) : PageTypes(chromium)
{
    public static TheoryData<string> Routes => Of(PageToSee.Plans());

    [Theory, MemberData(nameof(Routes))]
    public Task The_page_is_accessible_wide_and_narrow(string route) => Look(route);
}

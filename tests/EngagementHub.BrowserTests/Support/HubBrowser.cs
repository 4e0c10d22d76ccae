using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Support;

/// <summary>One window in one person's hands. Whatever the browser complains of is collected.</summary>
public sealed class HubBrowser : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    /// <summary>A desk's window in pixels, and the narrowest one that WCAG 1.4.10 asks for.</summary>
    public static IReadOnlyList<int> Widths { get; } = [1280, 320];

    public HubBrowser(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            // Chromium notes every answer of 4xx on the console; a refused form answers 422 on purpose.
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
            {
                Complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => Complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    /// <summary>One of several in somebody's window, which stays open.</summary>
    public bool IsTab { get; init; }

    /// <summary>Signed in without a page being shown, as most journeys only begin so.</summary>
    public async Task SignIn(string persona)
    {
        await _context.ClearCookiesAsync();
        var form = _context.APIRequest.CreateFormData();
        form.Set("persona", persona);
        var answer = await _context.APIRequest.PostAsync("/account/sign-in", new() { Form = form, MaxRedirects = 0 });
        Assert.Equal(302, answer.Status);
    }

    public async Task SignInByHand(string persona)
    {
        await _context.ClearCookiesAsync();
        await Page.GotoAsync("/account/sign-in");
        await Page.Locator($"button[value='{persona}']").ClickAsync();
        await Assertions.Expect(Page.Locator(".hub-header__account")).ToContainTextAsync("Sign out");
    }

    public Task Go(string url) => Page.GotoAsync(url);

    public async Task Press(string button) => await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public async Task Follow(string link) => await Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public async Task Fill(string label, string text) => await Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public async Task Choose(string label, string option) => await Page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = option });

    public async Task Tick(string label) => await Page.GetByLabel(label).CheckAsync();

    public async Task FillDay(string legend, DateOnly day)
    {
        var group = Page.GetByRole(AriaRole.Group, new() { Name = legend });
        await group.GetByLabel("Day").FillAsync($"{day.Day}");
        await group.GetByLabel("Month").FillAsync($"{day.Month}");
        await group.GetByLabel("Year").FillAsync($"{day.Year}");
    }

    public async Task Sees(string text) => await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    /// <summary>The same beyond the page's main part.</summary>
    public async Task SeesAnywhere(string text) => await Assertions.Expect(Page.Locator("body")).ToContainTextAsync(text);

    public async Task SeesNot(string text) => await Assertions.Expect(Page.Locator("main")).Not.ToContainTextAsync(text);

    /// <summary>No axe violation, no sideways scrolling, no complaint of the browser; and nothing stays in it, nor is a cookie in a script's reach.</summary>
    public async Task MustBeAccessible()
    {
        var violations = await Axe.ViolationsAsync(Page);
        Assert.True(violations.Length == 0, $"{Page.Url}\n" + string.Join('\n', violations));
        var (inner, scroll) = (await Page.EvaluateAsync<int>("document.documentElement.clientWidth"), await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.True(scroll <= inner, $"{Page.Url} is {scroll} wide in a window of {inner}");
        Assert.Empty(Complaints);
        Assert.Equal(0, await Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length + document.cookie.length"));
    }

    public async Task MustBeAccessibleAtBothWidths(string picture)
    {
        foreach (var width in Widths)
        {
            await Page.SetViewportSizeAsync(width, 900);
            await Picture($"{picture}-{width}");
            await MustBeAccessible();
        }
    }

    /// <summary>Keeps a picture when HUB_SCREENSHOTS names a folder.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("HUB_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync() => await (IsTab ? new ValueTask(Page.CloseAsync()) : _context.DisposeAsync());
}

using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace EngagementHub.Tests.Support;

/// <summary>A browser without script: opens pages, fills forms, follows redirects, keeps cookies.</summary>
public sealed class HubClient(HttpClient http)
{
    public HttpClient Http => http;

    public async Task SignIn(string userName)
    {
        // Back to where the least is to be shown.
        var page = await Send(HttpMethod.Post, "/account/sign-in?returnUrl=/health/live", [new("persona", userName)]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    public Task<HubPage> Open(string url) => Send(HttpMethod.Get, url, null);

    /// <summary>Posts fields without a page before them, as somebody with a tool would.</summary>
    public Task<HubPage> Post(string url, params (string Name, string Value)[] fields) =>
        Send(HttpMethod.Post, url, [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);

    internal async Task<HubPage> Send(HttpMethod method, string url, IReadOnlyList<KeyValuePair<string, string>>? fields)
    {
        using var request = new HttpRequestMessage(method, url) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
        return await Send(request);
    }

    internal async Task<HubPage> Send(HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new HubPage(this, answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, text, new HtmlParser().ParseDocument(text)) { Fragment = answer.RequestMessage.RequestUri.Fragment };
    }
}

/// <summary>A page as it arrived.</summary>
public sealed record HubPage(HubClient Client, HttpStatusCode Status, string Url, string Body, IHtmlDocument Document)
{
    /// <summary>The part of the page to which the last address scrolls.</summary>
    public string Fragment { get; init; } = "";

    /// <summary>What the page says was done, where it is seen: at the top, and not scrolled past.</summary>
    public string Told => Fragment.Length == 0 ? Document.QuerySelector(".govuk-notification-banner--success")?.TextContent ?? "" : $"out of sight, past {Fragment}";

    /// <summary>The words of the page's main part, spaces folded.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>The sentences of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(e => e.TextContent.Trim())];

    /// <summary>What the summary list says beside that key.</summary>
    public string Row(string key) => string.Join(' ', Document.QuerySelectorAll(".govuk-summary-list__row")
        .Single(r => r.QuerySelector("dt")!.TextContent.Trim() == key).QuerySelector(".govuk-summary-list__value")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public void MustBe(HttpStatusCode status) => Assert.True(Status == status, $"{Url} answered {(int)Status}, not {(int)status}: {Text}");

    /// <summary>Fills the page's form and sends it with its submit button. Fields not named keep what the page holds.</summary>
    public Task<HubPage> Submit(params (string Name, string Value)[] fields) => Submit("main form", fields);

    /// <summary>The same for the form that matches the selector. A field named <c>!button</c> chooses the button with that text or value.</summary>
    public Task<HubPage> Submit(string form, params (string Name, string Value)[] fields)
    {
        var element = Document.QuerySelector(form) as IHtmlFormElement
            ?? throw new InvalidOperationException($"{Url} has no form '{form}': {Text}");
        var button = FormFields.ButtonOf(element, fields.FirstOrDefault(f => f.Name == "!button").Value);
        var values = FormFields.Of(element, button, [.. fields.Where(f => f.Name != "!button")]);
        var action = button?.GetAttribute("formaction") ?? element.GetAttribute("action");
        var url = string.IsNullOrEmpty(action) ? Url : action.StartsWith('?') ? Url.Split('?')[0] + action : action;
        var method = string.Equals(element.Method, "get", StringComparison.OrdinalIgnoreCase) ? HttpMethod.Get : HttpMethod.Post;
        return method == HttpMethod.Get
            ? Client.Open(url.Split('?')[0] + "?" + string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}")))
            : Client.Send(method, url, values);
    }
}

using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary><c>[[service-level:new-account]]</c>, or <c>[[service-level:new-account/average]]</c>, in a post: the figure as of the post's date and now, side by side.</summary>
internal sealed class ServiceLevelEmbed(HubDb db, Published published, TimeProvider clock) : IPostEmbed
{
    public string Name => "service-level";

    public async Task<IHtmlContent?> RenderAsync(string argument, DateTimeOffset asOf, CancellationToken cancellation = default)
    {
        var parts = argument.Trim().Split('/', 2);
        var slug = parts[0];
        if (await db.Services.AsNoTracking().FirstOrDefaultAsync(service => service.Slug == slug, cancellation) is not { } service)
        {
            return null;
        }

        var reports = await published.OfAsync(service, cancellation);
        var now = reports.FirstOrDefault(report => parts.Length == 1 || report.Level.Slug == parts[1]);
        return now is null ? null : Figure(await published.AsOfAsync(now, asOf, cancellation), now, asOf);
    }

    private TagBuilder Figure(LevelReport then, LevelReport now, DateTimeOffset asOf)
    {
        var rows = new HtmlContentBuilder()
            .AppendHtml(Row($"When this was posted, {Say.ShortDay(asOf.DayIn(now.Zone))}", then, asOf))
            .AppendHtml(Row("Now", now, clock.GetUtcNow()));
        var promise = now.Level.StepOn(asOf.DayIn(now.Zone)).InWords(now.Level.Measure);
        return Element("figure", "hub-embed",
            Element("figcaption", "govuk-body", Link(now), Text("span", $": {promise}")),
            Element("dl", "govuk-summary-list", rows));
    }

    private static TagBuilder Row(string when, LevelReport report, DateTimeOffset at) =>
        Element("div", "govuk-summary-list__row",
            Element("dt", "govuk-summary-list__key", Text("span", when)),
            Element("dd", "govuk-summary-list__value", Text("span", Sentence(report, at))));

    private static string Sentence(LevelReport report, DateTimeOffset at) => report.Latest is not { } month ? report.StatusAt(at).Word
        : $"{report.StatusAt(at).Word} in {Say.Month(month.Month)}: {month.InWords}{(month.Signed is null ? " [provisional]" : month.Signed.Revision > 1 ? " [revised]" : "")}{(report.HasTickets ? $". {report.BacklogInWords}" : "")}, {report.AsOfInWords}";

    private static TagBuilder Link(LevelReport report)
    {
        var link = Text("a", $"{report.Service.Name}: {report.Level.Name}");
        link.AddCssClass("govuk-link");
        link.Attributes["href"] = report.Url;
        return link;
    }

    private static TagBuilder Text(string tag, string words)
    {
        var element = new TagBuilder(tag);
        element.InnerHtml.Append(words);
        return element;
    }

    private static TagBuilder Element(string tag, string css, params IHtmlContent[] content)
    {
        var element = new TagBuilder(tag);
        element.AddCssClass(css);
        foreach (var part in content)
        {
            element.InnerHtml.AppendHtml(part);
        }

        return element;
    }
}

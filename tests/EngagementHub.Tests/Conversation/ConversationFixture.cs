using System.Net;
using AngleSharp.Html.Parser;
using EngagementHub.Conversation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Conversation;

/// <summary>A hub with a code of conduct, where tests open discussions on things of their own.</summary>
public class ConversationFixture : HubFixture, IAsyncLifetime
{
    private const string Code = """
        { "name": "code", "steps": [{ "name": "CodeOfConduct", "Versions": [{ "Version": "1.0", "InForceFrom": "2007-01-15", "Introduction": "So that everybody can speak.",
          "Clauses": [{ "Number": 1, "Title": "Be civil", "Text": "Criticise the idea." }, { "Number": 2, "Title": "Keep to the subject", "Text": "…" }, { "Number": 3, "Title": "No personal cases", "Text": "…" }] }] }] }
        """;

    public async ValueTask InitializeAsync() => Assert.Equal((0, ""), Silent(await ApplyRecipe(Code)));

    /// <summary>Opens a discussion of its own for a test.</summary>
    public Task<SubjectRef> Open(bool preModerated = true, bool anonymous = true, string title = "Pay and people") =>
        Open(anonymous ? Anonymity.NotRecorded : Anonymity.Named, title, preModerated);

    /// <summary>The same with a level of anonymity.</summary>
    public async Task<SubjectRef> Open(Anonymity level, string title = "Pay and people", bool preModerated = true, string? blog = null)
    {
        var on = new SubjectRef("test.thing", Guid.NewGuid());
        await In<object?>(async (services, _) =>
        {
            await services.GetRequiredService<IConversation>().OpenAsync(on, new DiscussionTerms(title, "/code-of-conduct", preModerated, level, new DateOnly(2007, 4, 18), new DateOnly(2007, 4, 30), "Europe/London") { Blog = blog });
            return null;
        });
        return on;
    }

    /// <summary>The discussion as the page it stands on would show it.</summary>
    public Task<HubPage> Show(SubjectRef on, HubClient reader) => In(async (services, _) =>
    {
        var http = new DefaultHttpContext { RequestServices = services };
        using var text = new StringWriter();
        var view = new ViewContext(
            new ActionContext(http, new RouteData(), new ActionDescriptor()), new NoView(), new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()),
            new TempDataDictionary(http, services.GetRequiredService<ITempDataProvider>()), text, new HtmlHelperOptions());
        var components = services.GetRequiredService<IViewComponentHelper>();
        ((IViewContextAware)components).Contextualize(view);
        (await components.InvokeAsync(typeof(DiscussionViewComponent), new { argument = on })).WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default);
        return new HubPage(reader, HttpStatusCode.OK, "/test", text.ToString(), new HtmlParser().ParseDocument($"<main>{text}</main>"));
    });

    /// <summary>The comments of a discussion, by number.</summary>
    public Task<IReadOnlyList<ReceivedComment>> Received(SubjectRef on) =>
        In((services, _) => services.GetRequiredService<IConversation>().ReceivedAsync([on]));

    /// <summary>Lets the five minutes pass in which a decision can be undone, and the job run that tells writers.</summary>
    public async Task TellWriters()
    {
        var before = Clock.Now;
        Clock.Now += TimeSpan.FromMinutes(5);
        await RunJob("conversation.tell-writers");
        Clock.Now = before;
    }

    /// <summary>Writes through the page, as a person does.</summary>
    public static async Task<HubPage> Write(HubClient writer, SubjectRef on, string text, string shown = "named")
    {
        var page = await writer.Open($"/comments/write?on={on}");
        if (page.Document.QuerySelector("[name=Accept]") is not null)
        {
            page = await page.Submit(("Text", text), ("Shown", shown), ("Accept", "true"));
        }

        return await page.Submit(("Text", text), ("Shown", shown));
    }

    private static (int, string) Silent((int Code, string Errors) run) => (run.Code, run.Code == 0 ? "" : run.Errors);

    private sealed class NoView : Microsoft.AspNetCore.Mvc.ViewEngines.IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }
}

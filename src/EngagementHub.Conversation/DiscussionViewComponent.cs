using System.Text.Encodings.Web;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Core.Web.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation;

/// <summary>Shows the discussion of a thing, with a form to comment. What it renders is the same for every reader.</summary>
public sealed class DiscussionViewComponent(HubDb db, IStaffDirectory directory, TimeProvider clock) : ViewComponent
{
    private const string Path = "~/Pages/Comments/_Discussion.cshtml";

    /// <summary>Renders it; nothing when no discussion was opened on the thing.</summary>
    /// <param name="argument">The thing that is discussed.</param>
    public async Task<IViewComponentResult> InvokeAsync(SubjectRef argument)
    {
        var at = clock.GetUtcNow();
        // A page that all readers share is kept as a whole; on the page of somebody with a role this part is drawn once for all of them.
        if (SharedReading.Of(HttpContext) is not null || HttpContext.GetEndpoint() is null)
        {
            return await DiscussionView.LoadAsync(db, directory, argument, at) is { } view ? View(Path, view) : Content("");
        }

        var second = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), at.Offset);
        return new HtmlContentViewComponentResult(await HttpContext.RequestServices.GetRequiredService<DrawnDiscussions>().Drawn.GetAsync((argument, second), () => DrawAsync(argument, at)));
    }

    private async Task<IHtmlContent> DrawAsync(SubjectRef on, DateTimeOffset at)
    {
        if (await DiscussionView.LoadAsync(db, directory, on, at) is not { } view)
        {
            return HtmlString.Empty;
        }

        var services = HttpContext.RequestServices;
        var html = services.GetRequiredService<IHtmlHelper>();
        ((IViewContextAware)html).Contextualize(ViewContext);
        using var text = new StringWriter();
        (await html.PartialAsync(Path, view, new ViewDataDictionary(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()))).WriteTo(text, services.GetRequiredService<HtmlEncoder>());
        return new HtmlString(text.ToString());
    }
}

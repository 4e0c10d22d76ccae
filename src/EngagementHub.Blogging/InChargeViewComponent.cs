using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Blogging;

/// <summary>On the home page: who is in charge of each blog, and its latest post.</summary>
public sealed class InChargeViewComponent : ViewComponent
{
    /// <summary>Shows it.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        // A public constructor cannot ask for what is internal to the module.
        var mastheads = HttpContext.RequestServices.GetRequiredService<Mastheads>();
        var cards = HttpContext.RequestServices.GetRequiredService<PostCards>();
        List<(Masthead Masthead, PostCard? Latest)> blogs = [];
        foreach (var masthead in await mastheads.AllAsync(HttpContext.RequestAborted))
        {
            blogs.Add((masthead, await cards.FirstAsync(masthead.Blog, cards.Seen(masthead.Blog, masthead.Now), HttpContext.RequestAborted)));
        }

        return View("/Pages/Home/_InCharge.cshtml", blogs);
    }
}

using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging;

/// <summary>Below a person's notices: the way to the blogs they follow by mail.</summary>
public sealed class BlogsByMailViewComponent : ViewComponent
{
    /// <summary>Shows it.</summary>
    public IViewComponentResult Invoke() => View("/Pages/Blogs/Subscriptions/_ByMail.cshtml");
}

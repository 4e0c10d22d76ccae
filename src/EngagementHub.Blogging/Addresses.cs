using System.Globalization;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;

namespace EngagementHub.Blogging;

/// <summary>Where the blog's things are shown.</summary>
internal static class Addresses
{
    public static string Of(Blog blog, HostingPeriod period) => $"{blog.Url}/hosting/{period.Id}";

    /// <summary>Where readers find a published post; where its authors find a draft.</summary>
    public static string Of(Blog blog, Post post) => post.Day is { } day ? Of(blog.Slug, day, post.Slug) : Draft(blog, post);

    public static string Of(string blog, DateOnly day, string slug) =>
        string.Create(CultureInfo.InvariantCulture, $"/blogs/{blog}/{day:yyyy}/{day:MM}/{day:dd}/{slug}");

    public static string By(Blog blog, StaffCard author) => $"{blog.Url}/by/{Uri.EscapeDataString(author.UserName)}";

    public static string Tag(Blog blog, string tag) => $"{blog.Url}/tags/{string.Join('/', tag.Split('/').Select(Uri.EscapeDataString))}";

    public static string Draft(Blog blog, Post post) => $"{blog.Url}/write/{post.Id}";
}

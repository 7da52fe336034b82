// A local function started twice by name; the captured StringBuilder is appended to by both.
using System.Text;

namespace Cases.S022;

public static class GalleryPage
{
    public static string Render(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var html = new StringBuilder();
        var first = new Thread(() => Column(left));
        var second = new Thread(() => Column(right));
        first.Start();
        second.Start();
        first.Join();
        second.Join();
        return html.ToString();

        void Column(IReadOnlyList<string> pictures)
        {
            foreach (var picture in pictures)
            {
                html.Append("<img src='").Append(picture).Append("'>"); // expect: RACE
            }
        }
    }
}

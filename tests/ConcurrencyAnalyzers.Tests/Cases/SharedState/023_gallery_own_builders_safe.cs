// Each column has its own builder; they are joined after both threads have ended.
using System.Text;

namespace Cases.S023;

public static class GalleryPage
{
    public static string Render(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var one = new StringBuilder();
        var two = new StringBuilder();
        var first = new Thread(() => Column(left, one));
        var second = new Thread(() => Column(right, two));
        first.Start();
        second.Start();
        first.Join();
        second.Join();
        return one.Append(two).ToString();

        static void Column(IReadOnlyList<string> pictures, StringBuilder html)
        {
            foreach (var picture in pictures)
            {
                html.Append("<img src='").Append(picture).Append("'>");
            }
        }
    }
}

// Every continuation returns its part; the parts are added up after all have ended.
namespace Cases.S138;

public static class Pages
{
    public static async Task<int> LengthAsync(HttpClient http, string[] urls)
    {
        var lengths = new List<Task<int>>();
        foreach (var url in urls)
        {
            lengths.Add(http.GetStringAsync(url).ContinueWith(t => t.Result.Length, TaskScheduler.Default));
        }

        int sum = 0;
        foreach (var length in lengths)
        {
            sum += await length;
        }

        return sum;
    }
}

// All downloads run at once and each takes the old sum before its await: most of the mentions are lost. difficulty: easy
namespace Cases.U451;

public static class PressReview
{
    public static async Task<int> CountMentionsAsync(HttpClient http, string brand, IEnumerable<Uri> papers)
    {
        int mentions = 0;
        await Task.WhenAll(papers.Select(async paper =>
        {
            mentions += await CountAsync(paper); // expect: RACE, CAPTURE?
        }));
        return mentions;

        async Task<int> CountAsync(Uri paper)
        {
            string text = await http.GetStringAsync(paper);
            return text.Split(brand).Length - 1;
        }
    }
}

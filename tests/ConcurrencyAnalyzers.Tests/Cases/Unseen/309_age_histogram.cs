// Different people fall into the same bucket: an extension method increments an array slot that several workers share. difficulty: medium
namespace Cases.U309;

public sealed record Person(string Name, int Age);

public static class BucketExtensions
{
    public static void Bump(this int[] buckets, int bucket)
    {
        buckets[bucket]++; // expect: RACE#1
    }
}

public static class AgeHistogram
{
    public static int[] Build(IReadOnlyList<Person> people)
    {
        var decades = new int[12];
        Parallel.For(0, people.Count, i =>
        {
            decades.Bump(people[i].Age / 10); // expect: RACE#1
        });
        return decades;
    }
}

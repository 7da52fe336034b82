// Corrects ship courses with a deviation table that is computed from the calibration when it is first needed. difficulty: medium
namespace Cabinet.C1408;

public sealed class CompassCorrection
{
    private readonly Lazy<double[]> _deviation;

    public CompassCorrection(Func<int, double> calibrate)
    {
        _deviation = new Lazy<double[]>( // expect: LAZY_INIT#1
            () => Enumerable.Range(0, 360).Select(calibrate).ToArray(),
            LazyThreadSafetyMode.None); // expect: LAZY_INIT#1
    }

    public double[] CorrectAll(int[] courses)
    {
        var corrected = new double[courses.Length];
        Parallel.For(0, courses.Length, i =>
        {
            int course = courses[i] % 360;
            corrected[i] = course + _deviation.Value[course]; // expect: LAZY_INIT#1, RACE?
        });
        return corrected;
    }
}

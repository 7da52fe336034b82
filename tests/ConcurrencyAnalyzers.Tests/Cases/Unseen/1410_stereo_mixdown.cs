// Mixes a mono recording into interleaved stereo samples with a pan position that changes over time. difficulty: medium
namespace Cabinet.C1410;

public static class StereoMixdown
{
    public static float[] Mix(float[] mono, Func<int, float> panAt)
    {
        var stereo = new float[2 * mono.Length];
        Parallel.For(0, mono.Length, i =>
        {
            float pan = panAt(i);
            stereo[2 * i] = mono[i] * (1 - pan);
            stereo[2 * i + 1] = mono[i] * pan;
        });

        float peak = stereo.Max(Math.Abs);
        if (peak > 1)
        {
            Parallel.For(0, stereo.Length, i => stereo[i] /= peak);
        }
        return stereo;
    }
}
